import { sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import { type Place, placeOf } from './sending-hours.ts';

/** Everywhere the workspace's customers are: found by going from one place to the next in an index. */
export async function knownPlaces(ctx: Ctx): Promise<Place[]> {
  const { rows } = await ctx.tx.execute<{ key: string }>(sql`
    with recursive places as (
      (select ${PLACE_KEY} as key from customers order by tenant_id, ${PLACE_KEY} limit 1)
      union all
      select n.key from places p cross join lateral (
        select ${PLACE_KEY} as key from customers
        where ${PLACE_KEY} > p.key order by tenant_id, ${PLACE_KEY} limit 1
      ) n
    )
    select key from places union select '|'`);
  return rows.map(({ key }) => placeOf(key));
}

// As the claim and the index customers_place have it.
const PLACE_KEY = sql`(coalesce(time_zone, '') || '|' || coalesce(country, ''))`;
