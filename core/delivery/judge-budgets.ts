import { sql } from 'drizzle-orm';
import { campaignLeft, unitCost } from '../../db/queries/spend.ts';
import { waiting } from '../../db/queries/waiting.ts';
import { formatMoney, type Money } from '../../lib/money.ts';
import { plural } from '../../lib/text.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';

type Short = { id: string; budget: Money; waiting: number };

/**
 * Campaigns whose budget does not suffice for one more message on any channel on which something is due are paused,
 * with the reason: a person raises it (`raiseBudget`) or stops them.
 */
export async function judgeBudgets(ctx: Ctx): Promise<void> {
  const { rows } = await ctx.tx.execute<Short>(sql`
    with recursive ${waiting(ctx.now)}
    select c.id, c.budget, (
      select count(*)::int from messages m where m.campaign_id = c.id and m.occurrence = 0 and m.status = 'queued') as waiting
    from campaigns c
    where c.budget is not null and c.status in ('scheduled', 'sending') and c.id in (select campaign_id from due)
      and not exists (
        select 1 from due d join channel_accounts a on a.channel = d.channel and a.is_enabled
        where d.campaign_id = c.id
          and ${unitCost(sql`a`, sql`c.budget ->> 'currency'`)} <= ${campaignLeft(sql`c`)})
      -- Where nothing sends at all, that is what holds it.
      and exists (
        select 1 from due d join channel_accounts a on a.channel = d.channel and a.is_enabled where d.campaign_id = c.id)`);
  for (const { id, budget, waiting: left } of rows) {
    const reason = `The budget of ${formatMoney(budget)} does not suffice for another message: ${plural(left, 'message waits', 'messages wait')}.`;
    await ctx.tx.execute(
      sql`update campaigns set status = 'paused', pause_reason = ${reason}, updated_at = ${ctx.now} where id = ${id}`,
    );
    await recordAudit(ctx, {
      action: 'campaign.budget_used_up',
      subject: id,
      data: { budget, waiting: left },
    });
  }
}
