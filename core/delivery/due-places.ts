import { sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { Place } from './sending-hours.ts';

/** Where the customers are to whom something is due. */
export async function duePlaces(ctx: Ctx): Promise<Place[]> {
  const { rows } = await ctx.tx.execute<Place>(sql`
    select distinct cu.time_zone as "timeZone", cu.country
    from messages m left join customers cu on cu.id = m.customer_id
    where m.status = 'queued' and m.planned_at <= ${ctx.now}`);
  return rows;
}
