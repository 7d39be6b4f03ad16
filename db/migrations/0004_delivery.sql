ALTER TABLE "messages" ADD COLUMN "retry_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "attempts_account" ON "attempts" USING btree ("tenant_id","account_id","started_at");