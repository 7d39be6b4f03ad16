CREATE INDEX CONCURRENTLY "shelf_messages_of" ON "shelf_messages" USING btree ("tenant_id","channel","address_hash","at");--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "shelf_messages_place";
