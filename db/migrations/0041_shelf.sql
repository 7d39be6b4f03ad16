CREATE TABLE "shelf_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"message_id" uuid NOT NULL,
	"address" text NOT NULL,
	"content" jsonb NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"outcome" text,
	"note" text,
	"done_by" uuid,
	"done_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "shelf_messages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "shelf_messages_message" ON "shelf_messages" USING btree ("message_id","channel","tenant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "shelf_messages_place" ON "shelf_messages" USING btree ("tenant_id","channel","address","id");--> statement-breakpoint
CREATE POLICY "shelf_messages_own_tenant" ON "shelf_messages" AS PERMISSIVE FOR ALL TO "refrain_app" USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "shelf_messages" TO refrain_app;
