-- When a person is erased, what they were answered goes, too, and why a colleague changed something of theirs.
CREATE OR REPLACE FUNCTION only_erases() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'refrain_app' THEN RETURN NEW; END IF;
  IF TG_TABLE_NAME = 'manifest_rows' THEN
    IF NEW.address <> '' OR NEW.rendered <> '{}' OR NEW.fallbacks IS NOT NULL OR NEW.salt <> '' THEN
      RAISE EXCEPTION 'What was frozen is not changed.' USING ERRCODE = 'insufficient_privilege';
    END IF;
  ELSIF TG_TABLE_NAME = 'answers' THEN
    IF NEW.text <> '' THEN
      RAISE EXCEPTION 'What was answered is not changed.' USING ERRCODE = 'insufficient_privilege';
    END IF;
  -- The version before leaves the reason as it is.
  ELSIF NEW.before IS NOT NULL OR NEW.after IS NOT NULL OR NEW.why NOT IN ('', OLD.why) THEN
    RAISE EXCEPTION 'What was noted is not changed.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER answers_only_erased BEFORE UPDATE ON answers FOR EACH ROW EXECUTE FUNCTION only_erases();
--> statement-breakpoint
GRANT UPDATE (text) ON answers TO refrain_app;
--> statement-breakpoint
GRANT UPDATE (why) ON value_history TO refrain_app;
