-- What a customer's contracts and units come to, in one place.
CREATE VIEW contract_facts WITH (security_invoker = true) AS
SELECT c.id AS customer_id, k.status AS contract,
  CASE WHEN k.status = 'active' THEN k.starts_on END AS starts_on,
  CASE WHEN k.status = 'active' THEN k.ends_on END AS ends_on,
  v.covered, coalesce(k.unit_count, u.named) AS unit_count, u.named,
  CASE WHEN k.status = 'active' THEN k.price_per_unit_minor END AS price_minor,
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
) u ON true;
--> statement-breakpoint
GRANT SELECT ON contract_facts TO refrain_app;
--> statement-breakpoint
-- All of a customer's facts but its activities', in one write: a new row is written once, with its place in every index.
CREATE OR REPLACE FUNCTION refresh_customer_facts(changed uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE $statement$
  INSERT INTO customer_facts AS f
    (customer_id, tenant_id, status, name, brand_id, owner_id, type, city, country, tier, tags, texts, amounts,
      contract, starts_on, ends_on, covered, unit_count, named, price_minor, currency)
  SELECT c.id, c.tenant_id, c.status, fold_text(c.name), c.brand_id, c.owner_id, fold_text(c.type),
    fold_text(c.city), upper(c.country), fold_text(c.tier),
    coalesce((SELECT array_agg(fold_text(tag)) FROM unnest(c.tags) AS tag), '{}'),
    coalesce((SELECT jsonb_object_agg(a.key, fold_text(a.value)) FROM jsonb_each_text(c.attributes) a
      WHERE btrim(a.value) <> ''), '{}'),
    coalesce((SELECT jsonb_object_agg(a.key, btrim(a.value)) FROM jsonb_each_text(c.attributes) a
      WHERE btrim(a.value) ~ '^(-?[0-9]{1,15}([.][0-9]{1,9})?|[0-9]{4}-[0-9]{2}-[0-9]{2})$'), '{}'),
    k.contract, k.starts_on, k.ends_on, k.covered, k.unit_count, k.named, k.price_minor, k.currency
  FROM customers c JOIN contract_facts k ON k.customer_id = c.id WHERE c.id = ANY ($1)
  ON CONFLICT (customer_id) DO UPDATE SET status = excluded.status, name = excluded.name,
    brand_id = excluded.brand_id, owner_id = excluded.owner_id, type = excluded.type, city = excluded.city,
    country = excluded.country, tier = excluded.tier, tags = excluded.tags, texts = excluded.texts,
    amounts = excluded.amounts, contract = excluded.contract, starts_on = excluded.starts_on,
    ends_on = excluded.ends_on, covered = excluded.covered, unit_count = excluded.unit_count,
    named = excluded.named, price_minor = excluded.price_minor, currency = excluded.currency
  WHERE (f.status, f.name, f.brand_id, f.owner_id, f.type, f.city, f.country, f.tier, f.tags, f.texts, f.amounts,
      f.contract, f.starts_on, f.ends_on, f.covered, f.unit_count, f.named, f.price_minor, f.currency)
    IS DISTINCT FROM (excluded.status, excluded.name, excluded.brand_id, excluded.owner_id, excluded.type,
      excluded.city, excluded.country, excluded.tier, excluded.tags, excluded.texts, excluded.amounts,
      excluded.contract, excluded.starts_on, excluded.ends_on, excluded.covered, excluded.unit_count,
      excluded.named, excluded.price_minor, excluded.currency)
  $statement$ USING changed;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refresh_contract_facts(changed uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE $statement$
  UPDATE customer_facts f SET contract = k.contract, starts_on = k.starts_on, ends_on = k.ends_on,
    covered = k.covered, unit_count = k.unit_count, named = k.named, price_minor = k.price_minor,
    currency = k.currency
  FROM contract_facts k
  WHERE k.customer_id = ANY ($1) AND f.customer_id = k.customer_id
    AND (f.contract, f.starts_on, f.ends_on, f.covered, f.unit_count, f.named, f.price_minor, f.currency)
      IS DISTINCT FROM (k.contract, k.starts_on, k.ends_on, k.covered, k.unit_count, k.named, k.price_minor,
        k.currency)
  $statement$ USING changed;
END $$;
--> statement-breakpoint
-- Whoever writes many tables of the same customers says so (app.facts) and refreshes them once at the end, in the same
-- transaction: db/queries/facts-at-the-end.ts.
CREATE OR REPLACE FUNCTION customer_facts_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('app.facts', true) = 'at the end' THEN RETURN NULL; END IF;
  PERFORM refresh_customer_facts(array(SELECT id FROM after));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION contract_facts_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('app.facts', true) = 'at the end' THEN RETURN NULL; END IF;
  IF TG_OP = 'INSERT' THEN
    PERFORM refresh_contract_facts(array(SELECT DISTINCT customer_id FROM after));
  ELSIF TG_OP = 'DELETE' THEN
    PERFORM refresh_contract_facts(array(SELECT DISTINCT customer_id FROM before));
  ELSE
    PERFORM refresh_contract_facts(array(SELECT customer_id FROM before UNION SELECT customer_id FROM after));
  END IF;
  RETURN NULL;
END $$;
