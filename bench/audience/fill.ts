// A workspace of any size, made by the database itself: customers with brands, places, contracts, contacts, consents
// and orders, spread as unevenly as real ones. Every value follows from the customer's number, so that the rows are
// the same for the same size and each table is written by itself, in one statement, without a join.
import { type SQL, sql } from 'drizzle-orm';
import type { Tenant } from '../../core/context.ts';
import { listTenants } from '../../core/tenants/workspace.ts';
import type { Database } from '../../db/client.ts';
import { type Customer, chance, customerOf, idOf } from './invent.ts';

type Workspace = { tenantId: string; rows: number };
type Owner = Database['owner'];

const TABLES =
  'brands, customers, customer_facts, contracts, contacts, addresses, consents, suppressions, activities';
const NAMES = TABLES.split(', ');

/** Writes the rows with triggers off and indexes built afterwards, then proves that the triggers agree. */
export async function fillWorkspace({ owner }: Database, { tenantId, rows }: Workspace): Promise<void> {
  const indexes = await secondaryIndexes(owner);
  await owner.transaction(async (tx) => {
    // Truncated in the same transaction, they are written without a log (with wal_level=minimal).
    await tx.execute(sql.raw(`truncate ${TABLES} cascade`));
    await tx.execute(sql`set local session_replication_role = replica`);
    for (const { name } of indexes) await tx.execute(sql`drop index ${sql.identifier(name)}`);
    for (const statement of statements(tenantId, rows)) await tx.execute(statement);
    await tx.execute(sql`set local maintenance_work_mem = '512MB'`);
    for (const { definition } of indexes) await tx.execute(sql.raw(definition));
  });
  await owner.execute(sql.raw(`analyze ${TABLES}`));
  await proveFacts(owner, rows);
  // Last: what the proof took back has touched most pages, and an index serves alone only where nothing was touched.
  await owner.execute(sql.raw(`vacuum (analyze) ${TABLES}`));
}

/** The workspace that an earlier run filled, with its size. */
export async function findFilled(database: Database): Promise<{ tenant: Tenant; rows: number } | null> {
  const { rows } = await database.owner.execute<{ tenant: string; rows: number }>(
    sql`select tenant_id as tenant, count(*)::int as rows from customers group by 1`,
  );
  const tenant = (await listTenants(database)).find(({ id }) => id === rows[0]?.tenant);
  return tenant ? { tenant, rows: rows[0]!.rows } : null;
}

async function secondaryIndexes(owner: Owner): Promise<{ name: string; definition: string }[]> {
  const { rows } = await owner.execute<{ name: string; definition: string }>(sql`
    select c.relname as name, pg_get_indexdef(x.indexrelid) as definition
    from pg_index x join pg_class c on c.oid = x.indexrelid
    where x.indrelid = any(${sql.param(NAMES)}::regclass[])
      and not exists (select 1 from pg_constraint k where k.conindid = x.indexrelid)`);
  return rows;
}

/** What the triggers would write for some of the customers is what was written. */
async function proveFacts(owner: Owner, rows: number): Promise<void> {
  const some = sql`array(select ${idOf(sql`i`, 'c')} from generate_series(1, ${rows}::int, ${Math.ceil(rows / 2000)}::int) i)`;
  const sum = sql`select md5(string_agg(f::text, '' order by f.customer_id)) as sum from customer_facts f
    where f.customer_id = any(${some})`;
  const undo = new Error('undone');
  const proven = owner.transaction(async (tx) => {
    const before = await tx.execute<{ sum: string }>(sum);
    await tx.execute(sql`delete from customer_facts where customer_id = any(${some})`);
    for (const what of ['customer', 'contract', 'activity'])
      await tx.execute(sql`select ${sql.raw(`refresh_${what}_facts`)}(${some})`);
    const after = await tx.execute<{ sum: string }>(sum);
    if (before.rows[0]!.sum !== after.rows[0]!.sum)
      throw new Error('The facts that were written are not those that the triggers write.');
    throw undo;
  });
  await proven.catch((error) => {
    if (error !== undo) throw error;
  });
}

function statements(tenantId: string, rows: number): SQL[] {
  const tenant = sql`${tenantId}::uuid`;
  const from = sql`generate_series(1, ${rows}::int) i`;
  const c = customerOf(sql`i`);
  return [
    sql`insert into brands (id, tenant_id, name, parent_id)
      select ${idOf(sql`i`, 'b')}, ${tenant}, ${c.brandName}, case when i in (2, 3) then ${idOf(sql`1`, 'b')} end
      from generate_series(1, 12) i`,
    sql`insert into customers (id, tenant_id, name, import_key, brand_id, type, city, country, time_zone, locale,
        tier, tags, attributes)
      select ${c.id}, ${tenant}, ${c.name}, 'bench ' || i, ${c.brandId}, ${c.type}, ${c.city}, ${c.country},
        'Asia/Bangkok', 'en', ${c.tier}, ${c.tags}, jsonb_build_object('platform', ${c.platform}) from ${from}`,
    facts(tenant, { c, from }),
    sql`insert into contracts (id, tenant_id, customer_id, starts_on, ends_on, unit_count, price_per_unit_minor, currency)
      select gen_random_uuid(), ${tenant}, ${c.id}, date '2025-11-01', ${c.endsOn}, ${c.unitCount}, ${c.price}, 'THB'
      from ${from} where ${c.hasContract}`,
    sql`insert into contacts (id, tenant_id, customer_id, role, name)
      select ${c.contactId}, ${tenant}, ${c.id}, 'general_manager', 'Contact ' || i from ${from}`,
    sql`insert into addresses (id, tenant_id, contact_id, channel, address, normalised, hash)
      select gen_random_uuid(), ${tenant}, ${c.contactId}, ${c.channel}, i || '@example.com', i || '@example.com', ${c.hash}
      from ${from} where ${c.hasAddress}`,
    sql`insert into consents (id, tenant_id, contact_id, channel, address_hash, purpose, state, basis, source, actor, at)
      select gen_random_uuid(), ${tenant}, ${c.contactId}, ${c.channel}, ${c.hash}, 'marketing', 'granted', 'consent',
        'bench', '{}', timestamptz '2026-01-01'
      from ${from} where ${c.hasAddress} and ${chance(sql`i`, 12)} < 0.6`,
    sql`insert into suppressions (id, tenant_id, address_hash, scope, reason, source, at)
      select gen_random_uuid(), ${tenant}, ${c.hash}, 'all', 'asked to stop', 'bench', timestamptz '2026-06-01'
      from ${from} where i % 100 = 7`,
    // In the order of time and not of customers, as they come in.
    orders(tenant, rows),
  ];
}

function orders(tenant: SQL, rows: number): SQL {
  const c = customerOf(sql`j`);
  return sql`insert into activities (id, tenant_id, customer_id, kind, at, value, currency)
    select gen_random_uuid(), ${tenant}, ${c.id}, 'order', ${c.orderedAt}, ${c.orderValue}, 'THB'
    from (select 1 + ((i::bigint * 7919) % ${rows}::int)::int as j from generate_series(1, ${rows}::int) i) one`;
}

function facts(tenant: SQL, { c, from }: { c: Customer; from: SQL }): SQL {
  const contracted = (value: SQL) => sql`case when ${c.hasContract} then ${value} end`;
  return sql`insert into customer_facts (customer_id, tenant_id, status, name, brand_id, type, city, country, tier, tags,
      texts, contract, starts_on, ends_on, covered, unit_count, price_minor, currency,
      order_count, order_minor, order_currency, last_order_at, last_activity_at)
    select ${c.id}, ${tenant}, 'active', lower(${c.name}), ${c.brandId}, lower(${c.type}), lower(${c.city}), ${c.country},
      lower(${c.tier}), lower(${c.tags}::text)::text[], jsonb_build_object('platform', lower(${c.platform})),
      ${contracted(sql`'active'`)}, ${contracted(sql`date '2025-11-01'`)}, ${contracted(c.endsOn)},
      ${contracted(sql`case when ${c.endsOn} is not null
        then datemultirange(daterange(date '2025-11-01', ${c.endsOn}, '[]')) end`)},
      ${contracted(c.unitCount)}, ${contracted(c.price)}, ${contracted(sql`'THB'`)},
      1, ${c.orderValue}, 'THB', ${c.orderedAt}, ${c.orderedAt}
    from ${from}`;
}
