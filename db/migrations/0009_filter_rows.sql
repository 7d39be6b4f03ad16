DROP INDEX "customer_facts_units";--> statement-breakpoint
DROP INDEX "customers_place";--> statement-breakpoint
DROP INDEX "customers_city";--> statement-breakpoint
DROP INDEX "customers_owner";--> statement-breakpoint
ALTER TABLE "customer_facts" ADD COLUMN "status" text DEFAULT 'active' NOT NULL;--> statement-breakpoint
ALTER TABLE "customer_facts" ADD COLUMN "name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "customer_facts" ADD COLUMN "brand_id" uuid;--> statement-breakpoint
ALTER TABLE "customer_facts" ADD COLUMN "owner_id" uuid;--> statement-breakpoint
ALTER TABLE "customer_facts" ADD COLUMN "type" text;--> statement-breakpoint
ALTER TABLE "customer_facts" ADD COLUMN "city" text;--> statement-breakpoint
ALTER TABLE "customer_facts" ADD COLUMN "country" text;--> statement-breakpoint
ALTER TABLE "customer_facts" ADD COLUMN "tier" text;--> statement-breakpoint
ALTER TABLE "customer_facts" ADD COLUMN "tags" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "customer_facts" ADD COLUMN "texts" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "customer_facts" ADD COLUMN "amounts" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "customer_facts_place" ON "customer_facts" USING btree ("tenant_id","status","country","city");--> statement-breakpoint
CREATE INDEX "customer_facts_city" ON "customer_facts" USING btree ("tenant_id","status","city");--> statement-breakpoint
CREATE INDEX "customer_facts_brand" ON "customer_facts" USING btree ("tenant_id","status","brand_id","ends_on");--> statement-breakpoint
ALTER TABLE "customers" DROP COLUMN "name_folded";--> statement-breakpoint
ALTER TABLE "customers" DROP COLUMN "type_folded";--> statement-breakpoint
ALTER TABLE "customers" DROP COLUMN "city_folded";--> statement-breakpoint
ALTER TABLE "customers" DROP COLUMN "tier_folded";--> statement-breakpoint
ALTER POLICY "activities_own_tenant" ON "activities" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "approvals_own_tenant" ON "approvals" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "campaign_versions_own_tenant" ON "campaign_versions" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "campaigns_own_tenant" ON "campaigns" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "manifest_rows_own_tenant" ON "manifest_rows" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "manifests_own_tenant" ON "manifests" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "consents_own_tenant" ON "consents" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "suppressions_own_tenant" ON "suppressions" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "customer_changes_own_tenant" ON "customer_changes" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "customer_merges_own_tenant" ON "customer_merges" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "customer_notes_own_tenant" ON "customer_notes" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "value_history_own_tenant" ON "value_history" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "customer_facts_own_tenant" ON "customer_facts" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "addresses_own_tenant" ON "addresses" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "brands_own_tenant" ON "brands" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "contacts_own_tenant" ON "contacts" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "contracts_own_tenant" ON "contracts" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "customers_own_tenant" ON "customers" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "imports_own_tenant" ON "imports" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "review_items_own_tenant" ON "review_items" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "units_own_tenant" ON "units" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "attempts_own_tenant" ON "attempts" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "channel_accounts_own_tenant" ON "channel_accounts" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "messages_own_tenant" ON "messages" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "receipts_own_tenant" ON "receipts" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "standin_deliveries_own_tenant" ON "standin_deliveries" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "replies_own_tenant" ON "replies" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "segment_counts_own_tenant" ON "segment_counts" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "segment_members_own_tenant" ON "segment_members" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "segment_versions_own_tenant" ON "segment_versions" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "segments_own_tenant" ON "segments" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "api_tokens_own_tenant" ON "api_tokens" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "audit_events_own_tenant" ON "audit_events" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "fields_own_tenant" ON "fields" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "sessions_own_tenant" ON "sessions" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "sign_in_links_own_tenant" ON "sign_in_links" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "tenants_own_tenant" ON "tenants" TO refrain_app USING (id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "users_own_tenant" ON "users" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "thread_messages_own_tenant" ON "thread_messages" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));--> statement-breakpoint
ALTER POLICY "threads_own_tenant" ON "threads" TO refrain_app USING (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid)) WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant', true), '')::uuid));
--> statement-breakpoint
-- As db/queries/fold.ts folds; a test holds them together.
CREATE FUNCTION fold_text(given text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN given ~ '^[A-Za-z0-9]+( [A-Za-z0-9]+)*$' THEN lower(given)
    ELSE btrim(regexp_replace(lower(normalize(regexp_replace(normalize(given, NFKD), '[\u0300-\u036f]+', '', 'g'), NFKC)), '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f]+', ' ', 'g')) END
$$;
--> statement-breakpoint
CREATE FUNCTION refresh_customer_facts(changed uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO customer_facts AS f
    (customer_id, tenant_id, status, name, brand_id, owner_id, type, city, country, tier, tags, texts, amounts)
  SELECT c.id, c.tenant_id, c.status, fold_text(c.name), c.brand_id, c.owner_id, fold_text(c.type),
    fold_text(c.city), upper(c.country), fold_text(c.tier),
    coalesce((SELECT array_agg(fold_text(tag)) FROM unnest(c.tags) AS tag), '{}'),
    coalesce((SELECT jsonb_object_agg(a.key, fold_text(a.value)) FROM jsonb_each_text(c.attributes) a
      WHERE btrim(a.value) <> ''), '{}'),
    coalesce((SELECT jsonb_object_agg(a.key, btrim(a.value)) FROM jsonb_each_text(c.attributes) a
      WHERE btrim(a.value) ~ '^(-?[0-9]{1,15}([.][0-9]{1,9})?|[0-9]{4}-[0-9]{2}-[0-9]{2})$'), '{}')
  FROM customers c WHERE c.id = ANY (changed)
  ON CONFLICT (customer_id) DO UPDATE SET status = excluded.status, name = excluded.name,
    brand_id = excluded.brand_id, owner_id = excluded.owner_id, type = excluded.type, city = excluded.city,
    country = excluded.country, tier = excluded.tier, tags = excluded.tags, texts = excluded.texts,
    amounts = excluded.amounts
  WHERE (f.status, f.name, f.brand_id, f.owner_id, f.type, f.city, f.country, f.tier, f.tags, f.texts, f.amounts)
    IS DISTINCT FROM (excluded.status, excluded.name, excluded.brand_id, excluded.owner_id, excluded.type,
      excluded.city, excluded.country, excluded.tier, excluded.tags, excluded.texts, excluded.amounts)
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refresh_contract_facts(changed uuid[]) RETURNS void LANGUAGE sql AS $$
  UPDATE customer_facts f SET contract = k.status,
    starts_on = CASE WHEN k.status = 'active' THEN k.starts_on END,
    ends_on = CASE WHEN k.status = 'active' THEN k.ends_on END,
    covered = v.covered, unit_count = coalesce(k.unit_count, u.named), named = u.named,
    price_minor = CASE WHEN k.status = 'active' THEN k.price_per_unit_minor END,
    currency = k.currency
  FROM customers c
  LEFT JOIN LATERAL (
    SELECT * FROM contracts x WHERE x.tenant_id = c.tenant_id AND x.customer_id = c.id
    ORDER BY (x.status = 'cancelled'), coalesce(x.ends_on, x.starts_on) DESC NULLS LAST,
      x.starts_on DESC NULLS LAST, x.id DESC LIMIT 1
  ) k ON true
  LEFT JOIN LATERAL (
    SELECT range_agg(daterange(x.starts_on, x.ends_on, '[]')) AS covered FROM contracts x
    WHERE x.tenant_id = c.tenant_id AND x.customer_id = c.id AND x.status = 'active' AND x.ends_on IS NOT NULL
      AND (x.starts_on IS NULL OR x.starts_on <= x.ends_on)
  ) v ON true
  LEFT JOIN LATERAL (
    SELECT nullif(count(*), 0)::int AS named FROM units x WHERE x.tenant_id = c.tenant_id AND x.customer_id = c.id
  ) u ON true
  WHERE c.id = ANY (changed) AND f.customer_id = c.id
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refresh_activity_facts(changed uuid[]) RETURNS void LANGUAGE sql AS $$
  UPDATE customer_facts f SET order_count = a.orders,
    order_minor = CASE WHEN a.currencies = 1 AND a.valued = a.orders THEN a.total END,
    order_currency = a.currency, last_order_at = a.last_order, last_activity_at = a.last_activity
  FROM customers c
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE x.kind = 'order')::int AS orders,
      count(x.value) FILTER (WHERE x.kind = 'order') AS valued,
      count(DISTINCT coalesce(x.currency, '')) FILTER (WHERE x.kind = 'order') AS currencies,
      sum(x.value) FILTER (WHERE x.kind = 'order')::bigint AS total,
      max(x.currency) FILTER (WHERE x.kind = 'order') AS currency,
      max(x.at) FILTER (WHERE x.kind = 'order') AS last_order,
      max(x.at) AS last_activity
    FROM activities x WHERE x.tenant_id = c.tenant_id AND x.customer_id = c.id
  ) a
  WHERE c.id = ANY (changed) AND f.customer_id = c.id
$$;
--> statement-breakpoint
CREATE FUNCTION customer_facts_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_customer_facts(array(SELECT id FROM after));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER customers_facts_insert AFTER INSERT ON customers REFERENCING NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION customer_facts_changed();
--> statement-breakpoint
CREATE TRIGGER customers_facts_update AFTER UPDATE ON customers REFERENCING NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION customer_facts_changed();
--> statement-breakpoint
SELECT refresh_customer_facts(array(SELECT id FROM customers));
