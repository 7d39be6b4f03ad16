import { type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { factsOf, factsOfFew } from './audience-facts.ts';

/** How many active customers a condition admits. */
export const exactCount = (condition: SQL): SQL => sql`
  select count(*)::int as value from ${activeWhere(condition)}`;

/** Over the active customers whom a condition admits: how many they are, of how many an amount is known, and what it comes to. */
export const sumsOf = (condition: SQL, amount: SQL): SQL => sql`
  select count(*)::int as customers, count(amount)::int as known, sum(amount)::float8 as total,
    avg(amount)::float8 as average, percentile_cont(0.5) within group (order by amount) as median,
    min(amount)::float8 as lowest, max(amount)::float8 as highest
  from (select (${amount})::float8 as amount from ${neededFor(sql`${condition} and ${amount}`)}
    where k.status = 'active' and (${condition})) them`;

/** Whether it admits anybody, condition by condition: one row with `some`. */
export const admitSome = (conditions: readonly SQL[]): SQL => sql`
  select array[${sql.join(
    conditions.map((condition) => sql`exists (select 1 from ${activeWhere(condition)})`),
    sql`, `,
  )}] as some`;

/** The ids of the active customers whom a condition admits. */
export const idsOf = (condition: SQL): SQL => sql`select k.customer_id as id from ${activeWhere(condition)}`;

/**
 * What these customers' latest contracts come to a year, by currency, with the sum of the squares; without a currency
 * where price or units are not known.
 */
export const yearlySums = (customerIds: readonly string[]): SQL => sql`
  select priced.currency, count(*)::int as customers, coalesce(sum(priced.minor), 0)::float8 as minor,
    coalesce(sum(priced.minor * priced.minor), 0)::float8 as squares
  from (
    select (k.price_minor * k.unit_count)::float8 as minor,
      case when k.price_minor * k.unit_count is null then null else k.currency end as currency
    from unnest(${sql.param(customerIds)}::uuid[]) as drawn(id)
    cross join lateral (select * from customer_facts f where f.customer_id = drawn.id offset 0) k
  ) priced
  group by priced.currency order by priced.currency`;

/** So many of them, drawn by their ids, which say nothing of them: the same ones each time. */
export const drawnIdsOf = (condition: SQL, most: number): SQL =>
  sql`${idsOf(condition)} order by uuid_hash(k.customer_id), k.customer_id limit ${most}::int`;

/** How many of so many active customers, drawn likewise, it admits; what they did is looked up for each of them. */
export const drawnCount = (condition: SQL, most: number): SQL => sql`
  select count(*)::int as drawn, (count(*) filter (where ${condition}))::int as hits from ${factsOfFew(
    sql`(select * from customer_facts k where k.status = 'active'
      order by uuid_hash(k.customer_id), k.customer_id limit ${most}::int) k`,
    condition,
  )}`;

/** Whether what everybody did would have to be gathered before a condition can be asked of anybody. */
export const gathersAll = (condition: SQL): boolean =>
  /\b[wr]\./.test(new PgDialect().sqlToQuery(condition).sql);

/**
 * Only the tables that the condition asks for are named: a join that falls away still counts as reading its columns,
 * and then no index serves alone.
 */
const activeWhere = (condition: SQL): SQL =>
  sql`${neededFor(condition)} where k.status = 'active' and (${condition})`;

/** Of the tables of `audienceFacts` those that a condition asks for. */
export function neededFor(condition: SQL): SQL {
  const text = new PgDialect().sqlToQuery(condition).sql;
  return /\b[cbwr]\./.test(text) ? factsOf(sql`customer_facts k`) : sql`customer_facts k`;
}

export type TableSize = { rows: number; pages: number };

/** Rows of all tenants, as the statistics last saw them (-1 when never), and pages as they are. */
export const factsSize = sql`
  select reltuples::float8 as rows, (pg_relation_size(oid) / current_setting('block_size')::int)::int as pages
  from pg_class where oid = 'customer_facts'::regclass`;

/** A plan's cost in the query planner's own unit, without running it. */
export const planOf = (statement: SQL): SQL => sql`explain (format json) ${statement}`;

// More rows than a page of eight kilobytes has room for: each has a head and thirty columns.
const MOST_ON_A_PAGE = 75;

/**
 * The rows `k` on these pages. They are read by where they lie: TABLESAMPLE would not tell how many pages it read,
 * since those without a visible row leave no trace.
 */
export const onPages = (blocks: readonly number[]): SQL => sql`k.ctid = any(array(
  select format('(%s,%s)', block, place)::tid
  from unnest(${sql.param(blocks)}::int[]) block, generate_series(1, ${MOST_ON_A_PAGE}::int) place))`;

/** The page on which a row `k` lies. */
export const PAGE = sql`((k.ctid::text::point)[0])::int`;

/**
 * What these pages of the table hold of the customers whom a condition admits: `hits`, and `squares`, the sum of the
 * squared hits of each page.
 */
export const sampledCount = (condition: SQL, blocks: readonly number[]): SQL => sql`
  select coalesce(sum(hits), 0)::float8 as hits, coalesce(sum(hits * hits), 0)::float8 as squares from (
    select count(*) as hits from ${factsOfFew(sql`customer_facts k`, condition)}
    where ${onPages(blocks)} and k.status = 'active' and (${condition})
    group by ${PAGE}
  ) page`;
