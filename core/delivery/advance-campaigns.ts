import { sql } from 'drizzle-orm';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';

/**
 * Scheduled campaigns whose first message is due are being sent from now on; so is a finished one of which a message
 * came back into the queue, because nobody ever got it.
 */
export async function startDue(ctx: Ctx): Promise<void> {
  await ctx.tx.execute(sql`
    update campaigns set status = 'sending', updated_at = ${ctx.now}
    where status in ('scheduled', 'done') and id in (
      select campaign_id from messages where status = 'queued' and occurrence = 0 and planned_at <= ${ctx.now})`);
}

/** Campaigns of which nothing waits any more are done; what is unknown still waits for an answer, not for a sender. */
export async function finishCampaigns(ctx: Ctx): Promise<string[]> {
  const { rows } = await ctx.tx.execute<{ id: string }>(sql`
    update campaigns c set status = 'done', updated_at = ${ctx.now}
    where c.status in ('scheduled', 'sending') and not exists (
      select 1 from messages m where m.campaign_id = c.id and m.occurrence = 0
        and m.status in ('queued', 'claimed'))
    returning c.id`);
  for (const { id } of rows) await recordAudit(ctx, { action: 'campaign.done', subject: id });
  return rows.map(({ id }) => id);
}
