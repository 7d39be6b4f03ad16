ALTER TABLE "approvals" ADD COLUMN "request_id" uuid;--> statement-breakpoint
ALTER TABLE "inbound_events" ADD COLUMN "request_id" uuid;--> statement-breakpoint
ALTER TABLE "surface_turns" ADD COLUMN "request_id" uuid;