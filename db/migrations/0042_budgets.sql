CREATE TABLE "spend_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"month" date NOT NULL,
	"messages" integer NOT NULL,
	"minor" numeric(20, 4) NOT NULL,
	"currency" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "spend_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "budget" jsonb;--> statement-breakpoint
ALTER TABLE "attempts" ADD COLUMN "price" jsonb;--> statement-breakpoint
ALTER TABLE "channel_accounts" ADD COLUMN "price" jsonb;--> statement-breakpoint
CREATE INDEX "spend_entries_campaign" ON "spend_entries" USING btree ("campaign_id");--> statement-breakpoint
CREATE INDEX "spend_entries_month" ON "spend_entries" USING btree ("tenant_id","month");--> statement-breakpoint
CREATE POLICY "spend_entries_own_tenant" ON "spend_entries" AS PERMISSIVE FOR ALL TO "refrain_app" USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
-- Added to and read; never changed.
GRANT SELECT, INSERT ON "spend_entries" TO "refrain_app";
