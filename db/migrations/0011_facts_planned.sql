-- Planned anew each time, for the rows that are there and the customers that changed: a plan kept from when the tables
-- were empty reads all of them for every statement of an import.
CREATE OR REPLACE FUNCTION refresh_customer_facts(changed uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE $statement$
  INSERT INTO customer_facts AS f
    (customer_id, tenant_id, status, name, brand_id, owner_id, type, city, country, tier, tags, texts, amounts)
  SELECT c.id, c.tenant_id, c.status, fold_text(c.name), c.brand_id, c.owner_id, fold_text(c.type),
    fold_text(c.city), upper(c.country), fold_text(c.tier),
    coalesce((SELECT array_agg(fold_text(tag)) FROM unnest(c.tags) AS tag), '{}'),
    coalesce((SELECT jsonb_object_agg(a.key, fold_text(a.value)) FROM jsonb_each_text(c.attributes) a
      WHERE btrim(a.value) <> ''), '{}'),
    coalesce((SELECT jsonb_object_agg(a.key, btrim(a.value)) FROM jsonb_each_text(c.attributes) a
      WHERE btrim(a.value) ~ '^(-?[0-9]{1,15}([.][0-9]{1,9})?|[0-9]{4}-[0-9]{2}-[0-9]{2})$'), '{}')
  FROM customers c WHERE c.id = ANY ($1)
  ON CONFLICT (customer_id) DO UPDATE SET status = excluded.status, name = excluded.name,
    brand_id = excluded.brand_id, owner_id = excluded.owner_id, type = excluded.type, city = excluded.city,
    country = excluded.country, tier = excluded.tier, tags = excluded.tags, texts = excluded.texts,
    amounts = excluded.amounts
  WHERE (f.status, f.name, f.brand_id, f.owner_id, f.type, f.city, f.country, f.tier, f.tags, f.texts, f.amounts)
    IS DISTINCT FROM (excluded.status, excluded.name, excluded.brand_id, excluded.owner_id, excluded.type,
      excluded.city, excluded.country, excluded.tier, excluded.tags, excluded.texts, excluded.amounts)
  $statement$ USING changed;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refresh_contract_facts(changed uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE $statement$
  UPDATE customer_facts f SET contract = k.status,
    starts_on = CASE WHEN k.status = 'active' THEN k.starts_on END,
    ends_on = CASE WHEN k.status = 'active' THEN k.ends_on END,
    covered = v.covered, unit_count = coalesce(k.unit_count, u.named), named = u.named,
    price_minor = CASE WHEN k.status = 'active' THEN k.price_per_unit_minor END,
    currency = k.currency
  FROM customer_facts c
  LEFT JOIN LATERAL (
    SELECT * FROM contracts x WHERE x.tenant_id = c.tenant_id AND x.customer_id = c.customer_id
    ORDER BY (x.status = 'cancelled'), coalesce(x.ends_on, x.starts_on) DESC NULLS LAST,
      x.starts_on DESC NULLS LAST, x.id DESC LIMIT 1
  ) k ON true
  LEFT JOIN LATERAL (
    SELECT range_agg(daterange(x.starts_on, x.ends_on, '[]')) AS covered FROM contracts x
    WHERE x.tenant_id = c.tenant_id AND x.customer_id = c.customer_id AND x.status = 'active' AND x.ends_on IS NOT NULL
      AND (x.starts_on IS NULL OR x.starts_on <= x.ends_on)
  ) v ON true
  LEFT JOIN LATERAL (
    SELECT nullif(count(*), 0)::int AS named FROM units x WHERE x.tenant_id = c.tenant_id AND x.customer_id = c.customer_id
  ) u ON true
  WHERE c.customer_id = ANY ($1) AND f.customer_id = c.customer_id
    AND (f.contract, f.starts_on, f.ends_on, f.covered, f.unit_count, f.named, f.price_minor, f.currency)
      IS DISTINCT FROM (k.status, CASE WHEN k.status = 'active' THEN k.starts_on END,
        CASE WHEN k.status = 'active' THEN k.ends_on END, v.covered, coalesce(k.unit_count, u.named), u.named,
        CASE WHEN k.status = 'active' THEN k.price_per_unit_minor END, k.currency)
  $statement$ USING changed;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refresh_activity_facts(changed uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE $statement$
  UPDATE customer_facts f SET order_count = a.orders,
    order_minor = CASE WHEN a.currencies = 1 AND a.valued = a.orders THEN a.total END,
    order_currency = a.currency, last_order_at = a.last_order, last_activity_at = a.last_activity
  FROM customer_facts c
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE x.kind = 'order')::int AS orders,
      count(x.value) FILTER (WHERE x.kind = 'order') AS valued,
      count(DISTINCT coalesce(x.currency, '')) FILTER (WHERE x.kind = 'order') AS currencies,
      sum(x.value) FILTER (WHERE x.kind = 'order')::bigint AS total,
      max(x.currency) FILTER (WHERE x.kind = 'order') AS currency,
      max(x.at) FILTER (WHERE x.kind = 'order') AS last_order,
      max(x.at) AS last_activity
    FROM activities x WHERE x.tenant_id = c.tenant_id AND x.customer_id = c.customer_id
  ) a
  WHERE c.customer_id = ANY ($1) AND f.customer_id = c.customer_id
  $statement$ USING changed;
END $$;
