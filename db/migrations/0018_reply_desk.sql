CREATE TABLE "answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"reply_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"approval_id" uuid NOT NULL,
	"text" text NOT NULL,
	"written_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "answers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "conversation_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"text" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "conversation_notes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "conversations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"address_hash" text NOT NULL,
	"contact_id" uuid,
	"customer_id" uuid,
	"status" text DEFAULT 'open' NOT NULL,
	"assigned_to" uuid,
	"snoozed_until" timestamp (3) with time zone,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"pen_holder" uuid,
	"pen_until" timestamp (3) with time zone,
	"waiting_since" timestamp (3) with time zone,
	"last_received_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "conversations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "outcomes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"reply_id" uuid NOT NULL,
	"campaign_id" uuid,
	"customer_id" uuid,
	"kind" text NOT NULL,
	"value_minor" bigint,
	"currency" text,
	"confirmed_by" uuid NOT NULL,
	"confirmed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "outcomes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "saved_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"name" text NOT NULL,
	"language" text NOT NULL,
	"text" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "saved_answers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "model_calls" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"mind" text NOT NULL,
	"input_tokens" integer NOT NULL,
	"output_tokens" integer NOT NULL,
	"cost_usd" double precision NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "model_calls" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "is_answer" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "replies" ADD COLUMN "conversation_id" uuid;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_reply_id_replies_id_fk" FOREIGN KEY ("reply_id") REFERENCES "public"."replies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_approval_id_approvals_id_fk" FOREIGN KEY ("approval_id") REFERENCES "public"."approvals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_notes" ADD CONSTRAINT "conversation_notes_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcomes" ADD CONSTRAINT "outcomes_reply_id_replies_id_fk" FOREIGN KEY ("reply_id") REFERENCES "public"."replies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "answers_campaign" ON "answers" USING btree ("campaign_id");--> statement-breakpoint
CREATE UNIQUE INDEX "answers_approval" ON "answers" USING btree ("approval_id");--> statement-breakpoint
CREATE INDEX "answers_conversation" ON "answers" USING btree ("tenant_id","conversation_id");--> statement-breakpoint
CREATE INDEX "conversation_notes_of" ON "conversation_notes" USING btree ("tenant_id","conversation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "conversations_address" ON "conversations" USING btree ("tenant_id","channel","address_hash");--> statement-breakpoint
CREATE INDEX "conversations_waiting" ON "conversations" USING btree ("tenant_id","status","waiting_since");--> statement-breakpoint
CREATE INDEX "conversations_customer" ON "conversations" USING btree ("tenant_id","customer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "outcomes_once" ON "outcomes" USING btree ("tenant_id","reply_id");--> statement-breakpoint
CREATE INDEX "outcomes_campaign" ON "outcomes" USING btree ("tenant_id","campaign_id");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_answers_name" ON "saved_answers" USING btree ("tenant_id","name","language");--> statement-breakpoint
CREATE INDEX "model_calls_recent" ON "model_calls" USING btree ("tenant_id","created_at");--> statement-breakpoint
CREATE INDEX "replies_conversation" ON "replies" USING btree ("tenant_id","conversation_id");--> statement-breakpoint
CREATE POLICY "answers_own_tenant" ON "answers" AS PERMISSIVE FOR ALL TO "refrain_app" USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "conversation_notes_own_tenant" ON "conversation_notes" AS PERMISSIVE FOR ALL TO "refrain_app" USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "conversations_own_tenant" ON "conversations" AS PERMISSIVE FOR ALL TO "refrain_app" USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "outcomes_own_tenant" ON "outcomes" AS PERMISSIVE FOR ALL TO "refrain_app" USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "saved_answers_own_tenant" ON "saved_answers" AS PERMISSIVE FOR ALL TO "refrain_app" USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "model_calls_own_tenant" ON "model_calls" AS PERMISSIVE FOR ALL TO "refrain_app" USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON "conversations", "outcomes" TO refrain_app;--> statement-breakpoint
GRANT SELECT, INSERT ON "conversation_notes", "answers", "model_calls" TO refrain_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "saved_answers" TO refrain_app;--> statement-breakpoint
-- What came before there were conversations: one for each address, named after its newest message.
INSERT INTO "conversations" ("id", "tenant_id", "channel", "address_hash", "contact_id", "customer_id", "waiting_since", "last_received_at")
SELECT DISTINCT ON (tenant_id, channel, address_hash) id, tenant_id, channel, address_hash, contact_id, customer_id,
  CASE WHEN status = 'open' THEN received_at END, received_at
FROM "replies" ORDER BY tenant_id, channel, address_hash, received_at DESC, id DESC;--> statement-breakpoint
UPDATE "replies" r SET conversation_id = c.id FROM "conversations" c
WHERE c.tenant_id = r.tenant_id AND c.channel = r.channel AND c.address_hash = r.address_hash;
