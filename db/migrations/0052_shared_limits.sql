-- How much of a limit that all processes share was taken in its window. No workspace's data: keys are hashes. Nothing of
-- it is worth a log; after a crash windows begin anew.
CREATE SCHEMA IF NOT EXISTS limits;
--> statement-breakpoint
CREATE UNLOGGED TABLE limits.windows (
	key text PRIMARY KEY,
	taken integer NOT NULL,
	ends_at timestamp (3) with time zone NOT NULL
);
