DROP INDEX "customer_facts_end";--> statement-breakpoint
DROP INDEX "customer_facts_order";--> statement-breakpoint
CREATE INDEX "customer_facts_end" ON "customer_facts" USING btree ("tenant_id","status","ends_on","country");--> statement-breakpoint
CREATE INDEX "customer_facts_order" ON "customer_facts" USING btree ("tenant_id","status","last_order_at");