CREATE TABLE "surface_apps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"surface" text NOT NULL,
	"name" text NOT NULL,
	"sealed_settings" text,
	"account_id" uuid,
	"is_enabled" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "surface_apps" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "surface_cards" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"app_id" uuid NOT NULL,
	"place" text NOT NULL,
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"ref" text,
	"shown" text,
	"settled_at" timestamp (3) with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "surface_cards" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "surface_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "surface_codes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "surface_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"app_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"user_id" uuid NOT NULL,
	"linked_by" uuid NOT NULL,
	"last_said_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "surface_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "surface_strangers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"app_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"failed_codes" integer DEFAULT 0 NOT NULL,
	"last_failed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "surface_strangers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "surface_threads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"app_id" uuid NOT NULL,
	"place" text NOT NULL,
	"thread_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "surface_threads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "surface_turns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"app_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"place" text NOT NULL,
	"speaker" text NOT NULL,
	"user_id" uuid NOT NULL,
	"text" text NOT NULL,
	"ref" text,
	"waited" boolean DEFAULT false NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"lease_owner" text,
	"lease_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "surface_turns" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "thread_messages" ADD COLUMN "turn_id" uuid;--> statement-breakpoint
ALTER TABLE "surface_apps" ADD CONSTRAINT "surface_apps_account_id_channel_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."channel_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surface_cards" ADD CONSTRAINT "surface_cards_app_id_surface_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."surface_apps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surface_codes" ADD CONSTRAINT "surface_codes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surface_links" ADD CONSTRAINT "surface_links_app_id_surface_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."surface_apps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surface_links" ADD CONSTRAINT "surface_links_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surface_strangers" ADD CONSTRAINT "surface_strangers_app_id_surface_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."surface_apps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surface_threads" ADD CONSTRAINT "surface_threads_app_id_surface_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."surface_apps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surface_threads" ADD CONSTRAINT "surface_threads_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surface_turns" ADD CONSTRAINT "surface_turns_app_id_surface_apps_id_fk" FOREIGN KEY ("app_id") REFERENCES "public"."surface_apps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surface_turns" ADD CONSTRAINT "surface_turns_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "surface_apps_name" ON "surface_apps" USING btree ("tenant_id","surface","name");--> statement-breakpoint
CREATE UNIQUE INDEX "surface_apps_account" ON "surface_apps" USING btree ("tenant_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "surface_cards_once" ON "surface_cards" USING btree ("tenant_id","app_id","place","kind","subject_id");--> statement-breakpoint
CREATE INDEX "surface_cards_open" ON "surface_cards" USING btree ("tenant_id","lease_until") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "surface_cards_subject" ON "surface_cards" USING btree ("tenant_id","subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "surface_codes_hash" ON "surface_codes" USING btree ("tenant_id","code_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "surface_links_account" ON "surface_links" USING btree ("tenant_id","app_id","external_id");--> statement-breakpoint
CREATE INDEX "surface_links_user" ON "surface_links" USING btree ("tenant_id","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "surface_strangers_account" ON "surface_strangers" USING btree ("tenant_id","app_id","external_id");--> statement-breakpoint
CREATE UNIQUE INDEX "surface_threads_place" ON "surface_threads" USING btree ("tenant_id","app_id","place");--> statement-breakpoint
CREATE UNIQUE INDEX "surface_turns_event" ON "surface_turns" USING btree ("tenant_id","app_id","external_id");--> statement-breakpoint
CREATE INDEX "surface_turns_open" ON "surface_turns" USING btree ("tenant_id","place","id") WHERE status in ('queued', 'running');--> statement-breakpoint
CREATE UNIQUE INDEX "thread_messages_turn" ON "thread_messages" USING btree ("thread_id","turn_id","role");--> statement-breakpoint
CREATE POLICY "surface_apps_own_tenant" ON "surface_apps" AS PERMISSIVE FOR ALL TO "refrain_app" USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "surface_cards_own_tenant" ON "surface_cards" AS PERMISSIVE FOR ALL TO "refrain_app" USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "surface_codes_own_tenant" ON "surface_codes" AS PERMISSIVE FOR ALL TO "refrain_app" USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "surface_links_own_tenant" ON "surface_links" AS PERMISSIVE FOR ALL TO "refrain_app" USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "surface_strangers_own_tenant" ON "surface_strangers" AS PERMISSIVE FOR ALL TO "refrain_app" USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "surface_threads_own_tenant" ON "surface_threads" AS PERMISSIVE FOR ALL TO "refrain_app" USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "surface_turns_own_tenant" ON "surface_turns" AS PERMISSIVE FOR ALL TO "refrain_app" USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "surface_apps", "surface_links", "surface_codes", "surface_strangers", "surface_threads", "surface_turns", "surface_cards" TO refrain_app;
