CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
-- The role every tenant session runs as: it owns nothing, so row-level security binds it. Roles belong to the
-- cluster, so another database may have made it already, or be making it now.
DO $$ BEGIN
  CREATE ROLE refrain_app NOLOGIN NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
--> statement-breakpoint
DO $$ BEGIN
  EXECUTE format('GRANT refrain_app TO %I', current_user);
EXCEPTION WHEN OTHERS THEN
  IF NOT pg_has_role(current_user, 'refrain_app', 'MEMBER') THEN RAISE; END IF;
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO refrain_app;
