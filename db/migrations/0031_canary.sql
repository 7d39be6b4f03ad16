DROP INDEX "messages_due";--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "canary" jsonb;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "pause_reason" text;--> statement-breakpoint
CREATE INDEX "messages_due" ON "messages" USING btree ("tenant_id","campaign_id","channel","planned_at","id") WHERE status = 'queued';