ALTER TABLE "attempts" DROP CONSTRAINT "attempts_message_id_messages_id_fk";
--> statement-breakpoint
ALTER TABLE "messages" DROP CONSTRAINT "messages_campaign_id_campaigns_id_fk";
--> statement-breakpoint
ALTER TABLE "messages" DROP CONSTRAINT "messages_manifest_row_id_manifest_rows_id_fk";
--> statement-breakpoint
ALTER TABLE "messages" DROP CONSTRAINT "messages_approval_id_approvals_id_fk";
--> statement-breakpoint
ALTER TABLE "messages" DROP CONSTRAINT "messages_account_id_channel_accounts_id_fk";
--> statement-breakpoint
DROP INDEX "attempts_account";--> statement-breakpoint
DROP INDEX "messages_account";--> statement-breakpoint
DROP INDEX "attempts_ended";--> statement-breakpoint
DROP INDEX "attempts_provider";--> statement-breakpoint
DROP INDEX "messages_provider";--> statement-breakpoint
DROP INDEX "messages_contact";--> statement-breakpoint
DROP INDEX "messages_customer";--> statement-breakpoint
CREATE INDEX "attempts_ended" ON "attempts" USING btree ("account_id","ended_at");--> statement-breakpoint
CREATE INDEX "attempts_provider" ON "attempts" USING btree ("provider_id") WHERE provider_id is not null;--> statement-breakpoint
CREATE INDEX "messages_provider" ON "messages" USING btree ("provider_id") WHERE provider_id is not null;--> statement-breakpoint
CREATE INDEX "messages_contact" ON "messages" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "messages_customer" ON "messages" USING btree ("customer_id");