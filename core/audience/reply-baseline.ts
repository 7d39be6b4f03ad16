import { sql } from 'drizzle-orm';
import { eventRows } from '../../db/queries/audience-events.ts';
import type { Ctx } from '../context.ts';
import type { Baseline } from './size-advice.ts';

// Fewer say too little of a rate of some percent.
const ENOUGH = 200;
const ASSUMED = 0.1;

/** The share of customers written to in a campaign who replied in it, over all campaigns; assumed before there are enough. */
export async function replyBaseline(ctx: Ctx): Promise<Baseline> {
  const { rows } = await ctx.tx.execute<{ sent: number; replied: number }>(sql`
    select count(*)::int as sent, (count(*) filter (where exists (
      select 1 from replies p where p.customer_id = s.customer_id and p.campaign_id = s.campaign_id)))::int as replied
    from (select distinct e.customer_id, e.campaign_id from ${eventRows('was_contacted')}) s`);
  const { sent, replied } = rows[0]!;
  return sent >= ENOUGH && replied > 0
    ? { rate: replied / sent, isAssumed: false }
    : { rate: ASSUMED, isAssumed: true };
}
