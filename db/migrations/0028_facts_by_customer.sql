-- Customer by customer in the index (OFFSET 0 keeps the lookups from becoming a join): while a workspace's first import
-- runs, the query planner does not know yet that its tables have grown, and would read all of them for every batch.
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
  FROM unnest($1) AS asked(id)
  CROSS JOIN LATERAL (SELECT * FROM customers WHERE id = asked.id OFFSET 0) c
  CROSS JOIN LATERAL (SELECT * FROM contract_facts WHERE customer_id = asked.id OFFSET 0) k
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
  FROM unnest($1) AS asked(id)
  CROSS JOIN LATERAL (SELECT * FROM contract_facts WHERE customer_id = asked.id OFFSET 0) k
  WHERE f.customer_id = asked.id
    AND (f.contract, f.starts_on, f.ends_on, f.covered, f.unit_count, f.named, f.price_minor, f.currency)
      IS DISTINCT FROM (k.contract, k.starts_on, k.ends_on, k.covered, k.unit_count, k.named, k.price_minor,
        k.currency)
  $statement$ USING changed;
END $$;
