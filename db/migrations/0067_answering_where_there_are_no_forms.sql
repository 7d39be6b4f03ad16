ALTER TABLE "surface_links" ADD COLUMN "answering_reply_id" uuid;--> statement-breakpoint
ALTER TABLE "surface_links" ADD COLUMN "answering_until" timestamp (3) with time zone;