// A workspace of any size, made by the database itself: customers with brands, places, contracts, contacts, consents
// and orders, spread as unevenly as real ones. The same rows for the same number.
import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';

type Workspace = { tenantId: string; rows: number };

const COUNTRIES = 'TH TH TH TH SG MY VN ID PH KH DE FR GB ES PT IT JP KR CN HK AU AE QA US IN'.split(' ');
const BRANDS =
  'Hilton,Hilton Garden Inn,Tru by Hilton,Novotel,Ibis,Mercure,Sofitel,Avani,Anantara,Citadines,Corner Cafe,Pullman'.split(
    ',',
  );
const WORDS =
  'Andaman,Pearl,Garden,Harbour,Sunset,Lotus,Orchid,Palm,River,Summit,Central,Royal,Coral,Jade,Amber,Bay'.split(
    ',',
  );

/** Writes the rows with triggers off and works out what the triggers would have, once, at the end. */
export async function fillWorkspace({ owner }: Database, { tenantId, rows }: Workspace): Promise<void> {
  await owner.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`set local synchronous_commit = off`);
    await tx.execute(sql`select setseed(0.5)`);
    for (const statement of statements(tenantId, rows)) await tx.execute(statement);
  });
  const chunk = 100_000;
  for (let from = 0; from < rows; from += chunk) {
    const ids = sql`array(select ${idOf(sql`i`, 'c')} from generate_series(${from + 1}::int, ${Math.min(from + chunk, rows)}::int) i)`;
    await owner.execute(sql`select refresh_customer_facts(${ids})`);
    await owner.execute(sql`select refresh_contract_facts(${ids})`);
    await owner.execute(sql`select refresh_activity_facts(${ids})`);
  }
  // Its rows were written three times; a workspace that grew over time has been vacuumed many times.
  await owner.execute(sql`vacuum full customer_facts`);
  const tables = 'brands, customers, customer_facts, contracts, contacts, addresses, consents, activities';
  await owner.execute(sql.raw(`vacuum (analyze) ${tables}`));
}

/** Ids that follow from a number, so that rows of different tables find each other without a join. */
const idOf = (number: SQL, kind: 'b' | 'c' | 'p'): SQL =>
  sql`('0190a3a0-0000-7${sql.raw({ b: '001', c: '002', p: '003' }[kind])}-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
const pick = (list: readonly string[], at: SQL): SQL =>
  sql`(array[${sql.join(
    list.map((word) => sql`${word}`),
    sql`, `,
  )}]::text[])[1 + (${at})::int % ${list.length}]`;
/** Far from even: the first of `many` are met far more often than the last. */
const skewed = (many: number): SQL => sql`floor(power(random(), 2) * ${many})::int`;

function statements(tenantId: string, rows: number): SQL[] {
  const series = sql`generate_series(1, ${rows}::int) i`;
  const tenant = sql`${tenantId}::uuid`;
  const contact = idOf(sql`i`, 'p');
  const hash = sql`md5('address ' || i)`;
  return [
    sql`insert into brands (id, tenant_id, name, parent_id)
      select ${idOf(sql`i`, 'b')}, ${tenant}, ${pick(BRANDS, sql`i - 1`)},
        case when i in (2, 3) then ${idOf(sql`1`, 'b')} end
      from generate_series(1, ${BRANDS.length}::int) i`,
    sql`insert into customers (id, tenant_id, name, import_key, brand_id, type, city, country, time_zone, locale,
        tier, tags, attributes)
      select ${idOf(sql`i`, 'c')}, ${tenant},
        ${pick(BRANDS, sql`i % 11`)} || ' ' || ${pick(WORDS, sql`i / 7`)} || ' ' || i, 'bench ' || i,
        case when random() < 0.85 then ${idOf(sql`1 + ${skewed(BRANDS.length)}`, 'b')} end,
        ${pick(['Hotel', 'Restaurant', 'Gym', 'Shop', 'Bar', 'Spa'], skewed(6))},
        case when random() < 0.9 then 'City ' || ${skewed(400)} end,
        case when random() < 0.95 then ${pick(COUNTRIES, skewed(COUNTRIES.length))} end,
        'Asia/Bangkok', 'en', ${pick(['gold', 'silver', 'bronze'], skewed(3))},
        case when random() < 0.1 then array['VIP'] else '{}' end,
        jsonb_build_object('platform', ${pick(['Soundtrack Your Brand', 'Beat Breeze', 'USB', 'DM'], skewed(4))})
      from ${series}`,
    sql`insert into contracts (id, tenant_id, customer_id, starts_on, ends_on, unit_count, price_per_unit_minor, currency)
      select gen_random_uuid(), ${tenant}, ${idOf(sql`i`, 'c')}, date '2025-11-01',
        case when random() < 0.8 then date '2026-01-01' + floor(random() * 1000)::int end,
        1 + ${skewed(20)}, 100000 + i % 900000, 'THB'
      from ${series} where i % 10 > 0`,
    sql`insert into contacts (id, tenant_id, customer_id, role, name)
      select ${contact}, ${tenant}, ${idOf(sql`i`, 'c')}, 'general_manager', 'Contact ' || i from ${series}`,
    sql`insert into addresses (id, tenant_id, contact_id, channel, address, normalised, hash)
      select gen_random_uuid(), ${tenant}, ${contact}, ${pick(['email', 'whatsapp'], skewed(2))},
        i || '@example.com', i || '@example.com', ${hash} from ${series} where i % 20 > 0`,
    sql`insert into consents (id, tenant_id, contact_id, channel, address_hash, purpose, state, basis, source, actor, at)
      select gen_random_uuid(), ${tenant}, a.contact_id, a.channel, a.hash, 'marketing', 'granted', 'consent', 'bench',
        '{}', timestamptz '2026-01-01'
      from addresses a where a.tenant_id = ${tenant} and random() < 0.6`,
    sql`insert into suppressions (id, tenant_id, address_hash, scope, reason, source, at)
      select gen_random_uuid(), ${tenant}, ${hash}, 'all', 'asked to stop', 'bench', timestamptz '2026-06-01'
      from ${series} where i % 100 = 7`,
    sql`insert into activities (id, tenant_id, customer_id, kind, at, value, currency)
      select gen_random_uuid(), ${tenant}, ${idOf(sql`1 + ((i::bigint * 7919) % ${rows}::int)::int`, 'c')}, 'order',
        timestamptz '2026-11-20' - random() * interval '700 days', 1000 + (random() * 500000)::int, 'THB'
      from ${series}`,
  ];
}
