import { sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { PlanPart } from '../parts.ts';
import { demand } from '../tenants/roles.ts';
import { wilson } from './wilson.ts';

// Fewer say too little of a share.
const ENOUGH = 30;
const DAYS = 365;

type Row = { channel: string; sent: number; delivered: number; replied: number };

/**
 * What may come of so many messages by channel: Wilson's 95 % interval of the shares of the last year's messages
 * (tests left out) that were delivered and answered, times their number; null for fewer than 30 of them.
 */
export async function expectedResults(
  ctx: Ctx,
  recipients: Readonly<Record<string, number>>,
): Promise<PlanPart['expected']> {
  demand(ctx.actor, 'read');
  const { rows } = await ctx.tx.execute<Row>(sql`
    select m.channel, count(*)::int as sent,
      (count(*) filter (where m.delivered_at is not null or m.read_at is not null))::int as delivered,
      (count(*) filter (where exists (select 1 from replies r
        where r.campaign_id = m.campaign_id and r.contact_id = m.contact_id)))::int as replied
    from messages m
    where m.occurrence = 0 and m.submitted_at >= ${ctx.now.toISOString()}::timestamptz - interval '1 day' * ${DAYS}
    group by m.channel`);
  return Object.entries(recipients).map(([channel, count]) => {
    const { sent, delivered, replied } = rows.find((row) => row.channel === channel) ?? NOTHING;
    const among = (share: number) => {
      if (sent < ENOUGH) return null;
      const { low, high } = wilson(share, sent);
      return { low: Math.floor(low * count), high: Math.ceil(high * count) };
    };
    return {
      channel,
      recipients: count,
      delivered: among(delivered),
      replied: among(replied),
      basis: sent,
    };
  });
}

const NOTHING = { sent: 0, delivered: 0, replied: 0 };
