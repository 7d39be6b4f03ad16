CREATE TABLE "written_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"author" text NOT NULL,
	"status" text NOT NULL,
	"basis" text NOT NULL,
	"subject" text,
	"body" text,
	"reason" text,
	"tries" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "written_messages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "written_messages" ADD CONSTRAINT "written_messages_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "written_messages" ADD CONSTRAINT "written_messages_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "written_messages_once" ON "written_messages" USING btree ("tenant_id","campaign_id","contact_id","channel");--> statement-breakpoint
CREATE INDEX "written_messages_wanted" ON "written_messages" USING btree ("tenant_id","created_at") WHERE status = 'wanted';--> statement-breakpoint
CREATE POLICY "written_messages_own_tenant" ON "written_messages" AS PERMISSIVE FOR ALL TO "refrain_app" USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "written_messages" TO refrain_app;
