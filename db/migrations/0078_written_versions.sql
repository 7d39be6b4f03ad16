CREATE TABLE "written_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"version" integer NOT NULL,
	"author" text NOT NULL,
	"basis" text NOT NULL,
	"subject" text,
	"body" text
);
--> statement-breakpoint
ALTER TABLE "written_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "written_versions" ADD CONSTRAINT "written_versions_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "written_versions" ADD CONSTRAINT "written_versions_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "written_versions_once" ON "written_versions" USING btree ("campaign_id","contact_id","channel","version");--> statement-breakpoint
CREATE POLICY "written_versions_own_tenant" ON "written_versions" AS PERMISSIVE FOR ALL TO "refrain_app" USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "written_versions" TO refrain_app;--> statement-breakpoint
INSERT INTO "written_versions" ("id", "tenant_id", "campaign_id", "contact_id", "channel", "version", "author", "basis", "subject", "body")
SELECT gen_random_uuid(), m."tenant_id", m."campaign_id", m."contact_id", m."channel",
  coalesce((SELECT max(v."version") FROM "campaign_versions" v WHERE v."campaign_id" = m."campaign_id" AND v."created_at" <= m."updated_at"), 1),
  m."author", m."basis", m."subject", m."body"
FROM "written_messages" m WHERE m."author" = 'person' AND m."status" = 'written';
