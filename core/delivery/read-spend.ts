import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { monthOf } from './month-of.ts';

/** What messages cost, with those whose outcome nobody knows; `messages` counts tries that a provider took, or may have. */
export const spendRow = z.object({
  campaignId: z.uuid(),
  campaign: z.string(),
  channel: z.string(),
  messages: z.int(),
  minor: z.number().describe('Of the smallest unit of the currency; a message may cost less than one.'),
  currency: z.string(),
});
export type SpendRow = z.infer<typeof spendRow>;

type Which = { campaignId: string } | { month: string };

/** By campaign, channel and currency, the dearest first; messages of accounts without a price are not among them. */
export async function readSpend(ctx: Ctx, which: Which = { month: monthOf(ctx) }): Promise<SpendRow[]> {
  demand(ctx.actor, 'read');
  const { rows } = await ctx.tx.execute<SpendRow>(sql`
    select e.campaign_id as "campaignId", coalesce(c.name, '') as campaign, e.channel,
      sum(e.messages)::int as messages, sum(e.minor)::float8 as minor, e.currency
    from spend_entries e left join campaigns c on c.id = e.campaign_id
    where ${'month' in which ? sql`e.month = ${which.month}::date` : sql`e.campaign_id = ${which.campaignId}`}
    group by e.campaign_id, c.name, e.channel, e.currency
    having sum(e.messages) <> 0 or sum(e.minor) <> 0
    order by sum(e.minor) desc, c.name, e.channel, e.currency`);
  return rows;
}
