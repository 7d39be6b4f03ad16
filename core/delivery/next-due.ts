import { sql } from 'drizzle-orm';
import { accountWindows } from '../../db/queries/account-windows.ts';
import type { Ctx } from '../context.ts';
import { duePlaces } from './due-places.ts';
import { opensAt } from './sending-hours.ts';

/**
 * When there may be something to do again: the next planned time, retry, end of a lease, of quiet hours or of a canary's wait, the opening of a sending window, or room in
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
        (select min(greatest(clock_timestamp(), (select max(t.ended_at) from messages o join attempts t on t.message_id = o.id
            where o.campaign_id = c.id and o.occurrence = 0)
          + make_interval(mins => (c.canary ->> 'waitMinutes')::int)))
          from campaigns c where c.canary is not null and c.status = 'sending'),
        (select min(u.oldest_at + make_interval(secs => w."perMs" / 1000.0))
          from channel_accounts a cross join ${accountWindows(sql`a`)}
          where a.is_enabled and u.used >= w."max" and exists (
            select 1 from waiting where channel = a.channel and planned_at <= ${ctx.now}))
      )`)} as clock`);
  const row = rows[0];
  const times = [row?.planned, row?.clock].flatMap((at) => (at ? [new Date(at)] : []));
  const hours = ctx.tenant.settings;
  for (const place of await duePlaces(ctx))
    for (const kind of ['answer', 'campaign'] as const)
      times.push(...[opensAt(ctx.now, place, { hours, kind }) ?? []].flat());
  if (times.length === 0) return null;
  return new Date(Math.min(...times.map((at) => at.getTime())));
}

const iso = (instant: ReturnType<typeof sql>) =>
  sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
