import { sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import { quietUntil, zoneOf } from './quiet-hours.ts';

type Zones = { open: string[]; nextOpenAt: Date | null };

/**
 * The zones of what is due on a channel, judged by the recipients' clocks now: those outside quiet hours, and when the
 * next of the others opens. A zone that is none counts as the tenant's.
 */
export async function readZones(ctx: Ctx, channel: string | null): Promise<Zones> {
  const { timeZone, quietHours } = ctx.tenant.settings;
  const { rows } = await ctx.tx.execute<{ zone: string }>(sql`
    select distinct coalesce(cu.time_zone, ${timeZone}) as zone
    from messages m left join customers cu on cu.id = m.customer_id
    where m.status = 'queued' and m.planned_at <= ${ctx.now}
      and (${channel}::text is null or m.channel = ${channel})`);
  const judged = rows.map(({ zone }) => ({
    zone,
    until: quietUntil(ctx.now, zoneOf(zone, timeZone), quietHours),
  }));
  const ends = judged.flatMap(({ until }) => (until ? [until.getTime()] : []));
  return {
    open: judged.filter(({ until }) => until === null).map(({ zone }) => zone),
    nextOpenAt: ends.length > 0 ? new Date(Math.min(...ends)) : null,
  };
}

export const openZones = async (ctx: Ctx, channel: string): Promise<string[]> =>
  (await readZones(ctx, channel)).open;
