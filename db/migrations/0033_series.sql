ALTER TABLE "campaigns" ADD COLUMN "follows" uuid;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "repeats_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "campaigns_repeats" ON "campaigns" USING btree ("tenant_id","repeats_at") WHERE repeats_at is not null;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_follows" UNIQUE("follows");