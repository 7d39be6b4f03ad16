CREATE TABLE "checked_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"url" text NOT NULL,
	"state" text,
	"detail" text,
	"checked_at" timestamp (3) with time zone,
	"wanted_at" timestamp (3) with time zone,
	"lease_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "checked_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "checked_links_url" ON "checked_links" USING btree ("tenant_id","url");--> statement-breakpoint
CREATE INDEX "checked_links_wanted" ON "checked_links" USING btree ("tenant_id","wanted_at") WHERE wanted_at is not null;--> statement-breakpoint
CREATE POLICY "checked_links_own_tenant" ON "checked_links" AS PERMISSIVE FOR ALL TO "refrain_app" USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "checked_links" TO refrain_app;
