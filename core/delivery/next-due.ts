import { sql } from 'drizzle-orm';
import { accountWindows } from '../../db/queries/account-windows.ts';
import type { Ctx } from '../context.ts';
import { asleepUntil, dueZones } from './due-zones.ts';

/**
 * When there may be something to do again: the next planned time, retry, end of a lease or of quiet hours, or room in
 * an account's window. Null when nothing waits. A wake-up too early does no harm.
 */
export async function nextDue(ctx: Ctx): Promise<Date | null> {
  const { rows } = await ctx.tx.execute<{ planned: string | null; clock: string | null }>(sql`
    with waiting as (
      select m.* from messages m join campaigns c on c.id = m.campaign_id
      where m.status = 'queued' and c.deleted_at is null and (
        c.status in ('scheduled', 'sending') or (m.occurrence > 0 and c.status in ('draft', 'waiting')))
    )
    select
      (select ${iso(sql`min(planned_at)`)} from waiting where planned_at > ${ctx.now}) as planned,
      ${iso(sql`least(
        (select min(retry_at) from waiting where retry_at > clock_timestamp()),
        (select min(lease_until) from messages where status = 'claimed'),
        (select min(u.oldest_at + make_interval(secs => w."perMs" / 1000.0))
          from channel_accounts a cross join ${accountWindows(sql`a`)}
          where a.is_enabled and u.used >= w."max" and exists (
            select 1 from waiting where channel = a.channel and planned_at <= ${ctx.now}))
      )`)} as clock`);
  const row = rows[0];
  const times = [row?.planned, row?.clock].flatMap((at) => (at ? [new Date(at)] : []));
  times.push(...(await dueZones(ctx)).flatMap((zone) => asleepUntil(ctx, zone) ?? []));
  if (times.length === 0) return null;
  return new Date(Math.min(...times.map((at) => at.getTime())));
}

const iso = (instant: ReturnType<typeof sql>) =>
  sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
