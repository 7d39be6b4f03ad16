CREATE TABLE "customer_facts" (
	"customer_id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"contract" text,
	"starts_on" date,
	"ends_on" date,
	"covered" datemultirange,
	"unit_count" integer,
	"named" integer,
	"price_minor" bigint,
	"currency" text,
	"order_count" integer DEFAULT 0 NOT NULL,
	"order_minor" bigint,
	"order_currency" text,
	"last_order_at" timestamp (3) with time zone,
	"last_activity_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "customer_facts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "name_folded" text GENERATED ALWAYS AS (case when "name" ~ '^[A-Za-z0-9]+( [A-Za-z0-9]+)*$' then lower("name")
  else btrim(regexp_replace(lower(normalize(regexp_replace(normalize("name", NFKD), '[\u0300-\u036f]+', '', 'g'), NFKC)), '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f]+', ' ', 'g')) end) STORED;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "type_folded" text GENERATED ALWAYS AS (case when "type" ~ '^[A-Za-z0-9]+( [A-Za-z0-9]+)*$' then lower("type")
  else btrim(regexp_replace(lower(normalize(regexp_replace(normalize("type", NFKD), '[\u0300-\u036f]+', '', 'g'), NFKC)), '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f]+', ' ', 'g')) end) STORED;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "city_folded" text GENERATED ALWAYS AS (case when "city" ~ '^[A-Za-z0-9]+( [A-Za-z0-9]+)*$' then lower("city")
  else btrim(regexp_replace(lower(normalize(regexp_replace(normalize("city", NFKD), '[\u0300-\u036f]+', '', 'g'), NFKC)), '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f]+', ' ', 'g')) end) STORED;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "tier_folded" text GENERATED ALWAYS AS (case when "tier" ~ '^[A-Za-z0-9]+( [A-Za-z0-9]+)*$' then lower("tier")
  else btrim(regexp_replace(lower(normalize(regexp_replace(normalize("tier", NFKD), '[\u0300-\u036f]+', '', 'g'), NFKC)), '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f]+', ' ', 'g')) end) STORED;--> statement-breakpoint
ALTER TABLE "customer_facts" ADD CONSTRAINT "customer_facts_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customer_facts_end" ON "customer_facts" USING btree ("tenant_id","ends_on");--> statement-breakpoint
CREATE INDEX "customer_facts_units" ON "customer_facts" USING btree ("tenant_id","unit_count");--> statement-breakpoint
CREATE INDEX "customer_facts_order" ON "customer_facts" USING btree ("tenant_id","last_order_at");--> statement-breakpoint
CREATE INDEX "customers_place" ON "customers" USING btree ("tenant_id","status","country","city_folded");--> statement-breakpoint
CREATE INDEX "customers_city" ON "customers" USING btree ("tenant_id","city_folded");--> statement-breakpoint
CREATE INDEX "customers_owner" ON "customers" USING btree ("tenant_id","owner_id");--> statement-breakpoint
CREATE INDEX "messages_customer" ON "messages" USING btree ("tenant_id","customer_id");--> statement-breakpoint
CREATE INDEX "replies_customer" ON "replies" USING btree ("tenant_id","customer_id");--> statement-breakpoint
CREATE POLICY "customer_facts_own_tenant" ON "customer_facts" AS PERMISSIVE FOR ALL TO "refrain_app" USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "customer_facts" TO refrain_app;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;
--> statement-breakpoint
CREATE FUNCTION refresh_contract_facts(changed uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO customer_facts AS f
    (customer_id, tenant_id, contract, starts_on, ends_on, covered, unit_count, named, price_minor, currency)
  SELECT c.id, c.tenant_id, k.status,
    CASE WHEN k.status = 'active' THEN k.starts_on END,
    CASE WHEN k.status = 'active' THEN k.ends_on END,
    v.covered, coalesce(k.unit_count, u.named), u.named,
    CASE WHEN k.status = 'active' THEN k.price_per_unit_minor END,
    k.currency
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
  WHERE c.id = ANY (changed)
  ON CONFLICT (customer_id) DO UPDATE SET contract = excluded.contract, starts_on = excluded.starts_on,
    ends_on = excluded.ends_on, covered = excluded.covered, unit_count = excluded.unit_count, named = excluded.named,
    price_minor = excluded.price_minor, currency = excluded.currency
$$;
--> statement-breakpoint
CREATE FUNCTION refresh_activity_facts(changed uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO customer_facts AS f
    (customer_id, tenant_id, order_count, order_minor, order_currency, last_order_at, last_activity_at)
  SELECT c.id, c.tenant_id, a.orders,
    CASE WHEN a.currencies = 1 AND a.valued = a.orders THEN a.total END, a.currency, a.last_order, a.last_activity
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
  WHERE c.id = ANY (changed)
  ON CONFLICT (customer_id) DO UPDATE SET order_count = excluded.order_count, order_minor = excluded.order_minor,
    order_currency = excluded.order_currency, last_order_at = excluded.last_order_at,
    last_activity_at = excluded.last_activity_at
$$;
--> statement-breakpoint
-- One refresh a statement, however many rows it wrote; a row that moves to another customer counts for both.
CREATE FUNCTION contract_facts_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM refresh_contract_facts(array(SELECT DISTINCT customer_id FROM after));
  ELSIF TG_OP = 'DELETE' THEN
    PERFORM refresh_contract_facts(array(SELECT DISTINCT customer_id FROM before));
  ELSE
    PERFORM refresh_contract_facts(array(SELECT customer_id FROM before UNION SELECT customer_id FROM after));
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION activity_facts_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM refresh_activity_facts(array(SELECT DISTINCT customer_id FROM after));
  ELSIF TG_OP = 'DELETE' THEN
    PERFORM refresh_activity_facts(array(SELECT DISTINCT customer_id FROM before));
  ELSE
    PERFORM refresh_activity_facts(array(SELECT customer_id FROM before UNION SELECT customer_id FROM after));
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER contracts_facts_insert AFTER INSERT ON contracts REFERENCING NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION contract_facts_changed();
--> statement-breakpoint
CREATE TRIGGER contracts_facts_update AFTER UPDATE ON contracts REFERENCING OLD TABLE AS before NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION contract_facts_changed();
--> statement-breakpoint
CREATE TRIGGER contracts_facts_delete AFTER DELETE ON contracts REFERENCING OLD TABLE AS before
  FOR EACH STATEMENT EXECUTE FUNCTION contract_facts_changed();
--> statement-breakpoint
CREATE TRIGGER units_facts_insert AFTER INSERT ON units REFERENCING NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION contract_facts_changed();
--> statement-breakpoint
CREATE TRIGGER units_facts_update AFTER UPDATE ON units REFERENCING OLD TABLE AS before NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION contract_facts_changed();
--> statement-breakpoint
CREATE TRIGGER units_facts_delete AFTER DELETE ON units REFERENCING OLD TABLE AS before
  FOR EACH STATEMENT EXECUTE FUNCTION contract_facts_changed();
--> statement-breakpoint
CREATE TRIGGER activities_facts_insert AFTER INSERT ON activities REFERENCING NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION activity_facts_changed();
--> statement-breakpoint
CREATE TRIGGER activities_facts_update AFTER UPDATE ON activities REFERENCING OLD TABLE AS before NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION activity_facts_changed();
--> statement-breakpoint
CREATE TRIGGER activities_facts_delete AFTER DELETE ON activities REFERENCING OLD TABLE AS before
  FOR EACH STATEMENT EXECUTE FUNCTION activity_facts_changed();
--> statement-breakpoint
SELECT refresh_contract_facts(array(SELECT DISTINCT customer_id FROM contracts UNION SELECT customer_id FROM units));
--> statement-breakpoint
SELECT refresh_activity_facts(array(SELECT DISTINCT customer_id FROM activities));
