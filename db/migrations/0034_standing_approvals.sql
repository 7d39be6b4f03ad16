CREATE TABLE "standing_approvals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"terms" jsonb NOT NULL,
	"digest" text NOT NULL,
	"envelope" jsonb NOT NULL,
	"given_by" uuid NOT NULL,
	"max_per_day" integer NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "standing_approvals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "approvals" ADD COLUMN "standing_id" uuid;--> statement-breakpoint
ALTER TABLE "standing_approvals" ADD CONSTRAINT "standing_approvals_given_by_users_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "standing_approvals_live" ON "standing_approvals" USING btree ("tenant_id","expires_at");--> statement-breakpoint
CREATE INDEX "approvals_standing" ON "approvals" USING btree ("tenant_id","standing_id","decided_at") WHERE standing_id is not null;--> statement-breakpoint
CREATE POLICY "standing_approvals_own_tenant" ON "standing_approvals" AS PERMISSIVE FOR ALL TO "refrain_app" USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "standing_approvals" TO refrain_app;
