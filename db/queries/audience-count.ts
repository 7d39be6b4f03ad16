import { type SQL, sql } from 'drizzle-orm';
import { audienceFacts, factsOf } from './audience-facts.ts';

/** How many active customers a condition admits. */
export const exactCount = (condition: SQL): SQL =>
  sql`select count(*)::int as value from ${audienceFacts} where k.status = 'active' and (${condition})`;

/** How many rows the table of customers has, of all tenants, as the statistics last saw it; -1 when never. */
export const customerRows = sql`select reltuples::float8 as rows from pg_class where oid = 'customer_facts'::regclass`;

/** A plan's cost in the query planner's own unit, without running it. */
export const planOf = (statement: SQL): SQL => sql`explain (format json) ${statement}`;

/**
 * What a share of the table's pages, each drawn by itself with the probability `share`, holds of the customers whom a
 * condition admits: `hits`, and `squares`, the sum of the squared hits of each page.
 */
export const sampledCount = (condition: SQL, share: number): SQL => sql`
  select coalesce(sum(hits), 0)::float8 as hits, coalesce(sum(hits * hits), 0)::float8 as squares from (
    select count(*) as hits
    from ${factsOf(sql`customer_facts k tablesample system (${sql.raw((share * 100).toFixed(6))}) repeatable (1)`)}
    where k.status = 'active' and (${condition})
    group by (k.ctid::text::point)[0]
  ) page`;
