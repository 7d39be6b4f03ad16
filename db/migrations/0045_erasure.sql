-- Frozen rows and the history of values are not the application's to change, but for one thing: when a person is erased,
-- what tells who they were goes, all of it or nothing. A row without its salt and words no longer fits its hash, so that
-- it can never be sent.
CREATE FUNCTION only_erases() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'refrain_app' THEN RETURN NEW; END IF;
  IF TG_TABLE_NAME = 'manifest_rows' THEN
    IF NEW.address <> '' OR NEW.rendered <> '{}' OR NEW.fallbacks IS NOT NULL OR NEW.salt <> '' THEN
      RAISE EXCEPTION 'What was frozen is not changed.' USING ERRCODE = 'insufficient_privilege';
    END IF;
  ELSIF NEW.before IS NOT NULL OR NEW.after IS NOT NULL THEN
    RAISE EXCEPTION 'What was noted is not changed.' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER manifest_rows_only_erased BEFORE UPDATE ON manifest_rows FOR EACH ROW EXECUTE FUNCTION only_erases();
--> statement-breakpoint
CREATE TRIGGER value_history_only_erased BEFORE UPDATE ON value_history FOR EACH ROW EXECUTE FUNCTION only_erases();
--> statement-breakpoint
GRANT UPDATE (address, rendered, fallbacks, salt) ON manifest_rows TO refrain_app;
--> statement-breakpoint
GRANT UPDATE (before, after) ON value_history TO refrain_app;
--> statement-breakpoint
GRANT DELETE ON conversation_notes TO refrain_app;
