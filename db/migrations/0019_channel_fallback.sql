CREATE TABLE "cool_downs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"address_hash" text NOT NULL,
	"channel" text NOT NULL,
	"purpose" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "cool_downs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "standin_deliveries_message";--> statement-breakpoint
ALTER TABLE "manifest_rows" ADD COLUMN "fallbacks" jsonb;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "fallback" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "receipts" ADD COLUMN "channel" text;--> statement-breakpoint
CREATE UNIQUE INDEX "cool_downs_once" ON "cool_downs" USING btree ("tenant_id","address_hash","channel","purpose");--> statement-breakpoint
CREATE INDEX "attempts_provider" ON "attempts" USING btree ("tenant_id","provider_id");--> statement-breakpoint
CREATE UNIQUE INDEX "standin_deliveries_message" ON "standin_deliveries" USING btree ("tenant_id","message_id","channel");--> statement-breakpoint
CREATE POLICY "cool_downs_own_tenant" ON "cool_downs" AS PERMISSIVE FOR ALL TO "refrain_app" USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "cool_downs" TO refrain_app;
