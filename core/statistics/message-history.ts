// What came of the last year's messages, tests left out: what is to be expected of further ones rests on it alone.
import { sql } from 'drizzle-orm';
import type { Money } from '../../lib/money.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { wilson } from './wilson.ts';

// Fewer say too little of a share.
export const ENOUGH = 30;
const DAYS = 365;
const Z_95 = 1.959964;

type Came = { sent: number; delivered: number; replied: number; converted: number };
/** What conversions that were told with a value were worth, in one currency. */
type Valued = { currency: string; count: number; mean: number; deviation: number };
export type MessageHistory = { channels: (Came & { channel: string })[]; valued: Valued[] };
export type Between = { low: number; high: number };

/** By channel: what was sent, and of it delivered, answered, and followed by a renewal, a call, a redeemed code or an order. */
export async function readMessageHistory(ctx: Ctx): Promise<MessageHistory> {
  demand(ctx.actor, 'read');
  const since = sql`${ctx.now.toISOString()}::timestamptz - interval '1 day' * ${DAYS}`;
  const channels = await ctx.tx.execute<MessageHistory['channels'][number]>(sql`
    with came as (
      select campaign_id, contact_id from conversions
      union
      select campaign_id, contact_id from offer_codes where redeemed_at is not null
      union
      select o.campaign_id, r.contact_id from outcomes o join replies r on r.id = o.reply_id
      where o.kind in ('renewed', 'call_booked') and r.contact_id is not null
    )
    select m.channel, count(*)::int as sent,
      (count(*) filter (where m.delivered_at is not null or m.read_at is not null))::int as delivered,
      (count(*) filter (where exists (select 1 from replies r
        where r.campaign_id = m.campaign_id and r.contact_id = m.contact_id)))::int as replied,
      count(came.contact_id)::int as converted
    from messages m
    left join came on came.campaign_id = m.campaign_id and came.contact_id = m.contact_id
    where m.occurrence = 0 and m.submitted_at >= ${since}
    group by m.channel`);
  const valued = await ctx.tx.execute<Valued>(sql`
    select currency, count(*)::int as count, avg(value_minor)::float8 as mean,
      coalesce(stddev_samp(value_minor), 0)::float8 as deviation
    from conversions where value_minor is not null and currency is not null and at >= ${since}
    group by currency order by count(*) desc, currency`);
  return { channels: channels.rows, valued: valued.rows };
}

/** How many of so many messages: Wilson's 95 % interval of the share, times their number; null for fewer than 30 earlier ones. */
export function expectedOf(
  { channels }: MessageHistory,
  { channel, count, what }: { channel: string; count: number; what: keyof Omit<Came, 'sent'> },
): Between | null {
  const came = channels.find((one) => one.channel === channel);
  if (!came || came.sent < ENOUGH) return null;
  const { low, high } = wilson(came[what], came.sent);
  return { low: Math.floor(low * count), high: Math.ceil(high * count) };
}

/**
 * What so many conversions may be worth: their number's interval times the 95 % interval of the mean (by the normal
 * distribution), in the currency that most were told in; null for fewer than 30 with a value.
 */
export function worthOf(
  { valued: [most] }: MessageHistory,
  conversions: Between,
): { low: Money; high: Money } | null {
  if (!most || most.count < ENOUGH) return null;
  const { currency, count, mean, deviation } = most;
  const reach = (Z_95 * deviation) / Math.sqrt(count);
  return {
    low: { minor: Math.floor(conversions.low * Math.max(0, mean - reach)), currency },
    high: { minor: Math.ceil(conversions.high * (mean + reach)), currency },
  };
}
