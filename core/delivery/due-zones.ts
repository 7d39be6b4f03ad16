import { sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import { quietUntil, zoneOf } from './quiet-hours.ts';

/** The zones of everybody to whom something is due, as the customers' rows spell them; unknown ones are the tenant's. */
export async function dueZones(ctx: Ctx): Promise<string[]> {
  const { timeZone } = ctx.tenant.settings;
  const { rows } = await ctx.tx.execute<{ zone: string }>(sql`
    select distinct coalesce(cu.time_zone, ${timeZone}) as zone
    from messages m left join customers cu on cu.id = m.customer_id
    where m.status = 'queued' and m.planned_at <= ${ctx.now}`);
  return rows.map(({ zone }) => zone);
}

/** When the quiet hours of a zone end, by its clock now; null where it is awake. A zone that is none is the tenant's. */
export function asleepUntil(ctx: Ctx, zone: string): Date | null {
  const { timeZone, quietHours } = ctx.tenant.settings;
  return quietUntil(ctx.now, zoneOf(zone, timeZone), quietHours);
}
