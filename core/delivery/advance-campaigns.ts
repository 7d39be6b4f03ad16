import { sql } from 'drizzle-orm';
import { waiting } from '../../db/queries/waiting.ts';
import { recordAudit, recordAudits } from '../audit/record.ts';
import type { Ctx } from '../context.ts';

/**
 * Scheduled campaigns whose first message is due are being sent from now on; so is a finished one of which a message
 * came back into the queue, because nobody ever got it.
 */
export async function startDue(ctx: Ctx): Promise<void> {
  const { rows } = await ctx.tx.execute<{ id: string }>(sql`
    with recursive ${waiting(ctx.now)}
    update campaigns set status = 'sending', updated_at = ${ctx.now}
    where status in ('scheduled', 'done') and id in (
      select d.campaign_id from due d where exists (
        select 1 from messages m where m.campaign_id = d.campaign_id and m.channel = d.channel
          and m.status = 'queued' and m.occurrence = 0 and m.planned_at <= ${ctx.now}))
    returning id`);
  await recordAudits(
    ctx,
    rows.map(({ id: subject }) => ({ action: 'campaign.sending', subject })),
  );
}

/** Campaigns of which nothing waits any more are done; what is unknown still waits for an answer, not for a sender. */
export async function finishCampaigns(ctx: Ctx): Promise<string[]> {
  const { rows } = await ctx.tx.execute<{ id: string }>(sql`
    update campaigns c set status = 'done', updated_at = ${ctx.now}
    where c.status in ('scheduled', 'sending')
      and not exists (${ofCampaign('queued')}) and not exists (${ofCampaign('claimed')})
    returning c.id`);
  for (const { id } of rows) await recordAudit(ctx, { action: 'campaign.done', subject: id });
  return rows.map(({ id }) => id);
}

// One status each: each has an index of its own, which ends where the campaign's many other messages begin.
const ofCampaign = (status: 'queued' | 'claimed') => sql`
  select 1 from messages m where m.campaign_id = c.id and m.occurrence = 0 and m.status = ${sql.raw(`'${status}'`)}`;
