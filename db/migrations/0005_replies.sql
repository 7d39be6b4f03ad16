ALTER TABLE "replies" ADD COLUMN "headers" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "triage_failures" integer DEFAULT 0 NOT NULL;