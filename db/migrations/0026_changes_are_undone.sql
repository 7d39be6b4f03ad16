ALTER TABLE "customer_changes" ADD COLUMN "done" jsonb;--> statement-breakpoint
ALTER TABLE "customer_changes" ADD COLUMN "undone_by" jsonb;--> statement-breakpoint
ALTER TABLE "customer_changes" ADD COLUMN "undone_at" timestamp (3) with time zone;