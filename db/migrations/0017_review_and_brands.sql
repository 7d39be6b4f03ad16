CREATE TABLE "brand_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"action" text NOT NULL,
	"name" text NOT NULL,
	"proposal" text,
	"done" jsonb NOT NULL,
	"actor" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"undone_by" jsonb
);
--> statement-breakpoint
ALTER TABLE "brand_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "review_decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"decision" text NOT NULL,
	"done" jsonb NOT NULL,
	"actor" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"undone_by" jsonb
);
--> statement-breakpoint
ALTER TABLE "review_decisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "brands" ADD COLUMN "inferred" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "review_items" ADD COLUMN "decision_id" uuid;--> statement-breakpoint
CREATE INDEX "brand_changes_at" ON "brand_changes" USING btree ("tenant_id","at");--> statement-breakpoint
CREATE INDEX "review_decisions_at" ON "review_decisions" USING btree ("tenant_id","at");--> statement-breakpoint
ALTER TABLE "review_items" ADD CONSTRAINT "review_items_decision_id_review_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."review_decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "review_items_decision" ON "review_items" USING btree ("tenant_id","decision_id");--> statement-breakpoint
CREATE POLICY "brand_changes_own_tenant" ON "brand_changes" AS PERMISSIVE FOR ALL TO "refrain_app" USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "review_decisions_own_tenant" ON "review_decisions" AS PERMISSIVE FOR ALL TO "refrain_app" USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "review_decisions", "brand_changes" TO refrain_app;
