import { sql } from 'drizzle-orm';
import { accountWindows } from '../../db/queries/account-windows.ts';
import { waiting } from '../../db/queries/waiting.ts';
import type { Ctx } from '../context.ts';
import { opensAt, type Place } from './sending-hours.ts';

type Times = { planned: string | null; clock: string | null; isDue: boolean };

/**
 * When there may be something to do again: the next planned time, retry, end of a lease, of quiet hours or of a canary's
 * wait, the opening of a sending window in one of these `places`, or room in an account's window. Null when nothing
 * waits. A wake-up too early does no harm. Without `places` nothing was due when somebody looked: what is due now, is so at once.
 * What met a full window in the last `agoMs` has a turn again, though there be room by now.
 */
export async function nextDue(
  ctx: Ctx,
  { places, agoMs }: { places: readonly Place[]; agoMs: number },
): Promise<Date | null> {
  const { rows } = await ctx.tx.execute<Times>(sql`
    with recursive ${waiting(ctx.now)}
    select exists (select 1 from due) as "isDue",
      (select ${iso(sql`min(n.planned_at)`)} from pairs p cross join lateral (
        select m.planned_at from messages m
        where m.campaign_id = p.campaign_id and m.channel = p.channel and m.status = 'queued'
          and m.planned_at > ${ctx.now} and (p.is_live or m.occurrence > 0)
        order by m.planned_at limit 1) n) as planned,
      ${iso(sql`least(
        (select min(m.retry_at) from messages m join campaigns c on c.id = m.campaign_id
          where m.status = 'queued' and m.retry_at > clock_timestamp() and c.status in ('scheduled', 'sending', 'draft', 'waiting')),
        (select min(lease_until) from messages where status = 'claimed'),
        (select min(greatest(clock_timestamp(), (select max(t.ended_at) from messages o join attempts t on t.message_id = o.id
            where o.campaign_id = c.id and o.occurrence = 0)
          + make_interval(mins => (c.canary ->> 'waitMinutes')::int)))
          from campaigns c where c.canary is not null and c.status = 'sending'),
        (select min(u.oldest_at + make_interval(secs => w."perMs" / 1000.0))
          from channel_accounts a cross join ${accountWindows(sql`a`, agoMs)}
          where a.is_enabled and u.used >= w."max" and exists (select 1 from due where channel = a.channel))
      )`)} as clock`);
  const { planned, clock, isDue } = rows[0]!;
  const times = [planned, clock].flatMap((at) => (at ? [new Date(at)] : []));
  if (isDue) times.push(...(places.length > 0 ? openings(ctx, places) : [ctx.now]));
  if (times.length === 0) return null;
  return new Date(Math.min(...times.map((at) => at.getTime())));
}

const openings = ({ now, tenant: { settings: hours } }: Ctx, places: readonly Place[]): Date[] =>
  places.flatMap((place) =>
    (['answer', 'campaign'] as const).flatMap((kind) => opensAt(now, place, { hours, kind }) ?? []),
  );

const iso = (instant: ReturnType<typeof sql>) =>
  sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
