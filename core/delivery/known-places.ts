import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { Place } from './sending-hours.ts';

/**
 * Everywhere the workspace's customers are, and nowhere: found by going from one country to the next in an index, and
 * within each from one time zone to the next. Columns are compared as they stand, because under row-level security
 * nothing else begins in an index.
 */
export async function knownPlaces(ctx: Ctx): Promise<Place[]> {
  const { rows } = await ctx.tx.execute<Place>(sql`
    with recursive countries as (
      ${next('country', sql`true`)}
      union all
      select n.country from countries p cross join lateral ${next('country', sql`c.country > p.country`)} n
    ),
    places as (
      select p.country, n.time_zone from countries p
      cross join lateral ${next('time_zone', sql`c.country = p.country`)} n
      union all
      select p.country, n.time_zone from places p
      cross join lateral ${next('time_zone', sql`c.country = p.country and c.time_zone > p.time_zone`)} n
    ),
    in_no_country as (
      ${next('time_zone', sql`c.country is null`)}
      union all
      select n.time_zone from in_no_country p
      cross join lateral ${next('time_zone', sql`c.country is null and c.time_zone > p.time_zone`)} n
    )
    select country, time_zone as "timeZone" from places
    union all select country, null from countries
    union all select null, time_zone from in_no_country
    union all select null, null`);
  return rows;
}

/** The first value of a column, or the next, in the order of customers_zone. */
const next = (column: 'country' | 'time_zone', where: SQL): SQL => {
  const name = sql.raw(column);
  return sql`(select c.${name} from customers c where ${where} and c.${name} is not null
    order by c.tenant_id, ${column === 'country' ? sql`c.country` : sql`c.country, c.time_zone`} limit 1)`;
};
