CREATE INDEX CONCURRENTLY "customers_zone" ON "customers" USING btree ("tenant_id","country","time_zone");--> statement-breakpoint
CREATE INDEX CONCURRENTLY "customers_merged" ON "customers" USING btree ("tenant_id","merged_into_id") WHERE merged_into_id is not null;--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "customers_place";
