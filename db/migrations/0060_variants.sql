ALTER TABLE "manifest_rows" ADD COLUMN "variant" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "variant" text;