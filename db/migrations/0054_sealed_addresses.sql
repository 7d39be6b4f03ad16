-- Which key a workspace's addresses are sealed under, and how far that is done; what is there is sealed while it runs.
CREATE TABLE "address_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"sealed_key" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "address_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "shelf_messages" ADD COLUMN "address_hash" text;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "sealed_under" integer;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "seals_from" timestamp (3) with time zone DEFAULT now() + interval '1 day' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "address_keys_number" ON "address_keys" USING btree ("tenant_id","number");--> statement-breakpoint
CREATE POLICY "address_keys_own_tenant" ON "address_keys" AS PERMISSIVE FOR ALL TO "refrain_app" USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
GRANT SELECT ON "address_keys" TO refrain_app;
