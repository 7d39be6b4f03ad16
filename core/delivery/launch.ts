import { sql } from 'drizzle-orm';
import { fanOut, requeueSuperseded } from '../../db/queries/fan-out.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';

/**
 * Queues what an approval approved; runs in the transaction that approves, which holds the campaign. A second launch
 * queues nothing.
 */
export async function launch(ctx: Ctx, { approvalId }: { approvalId: string }): Promise<{ queued: number }> {
  const again = await ctx.tx.execute(requeueSuperseded(approvalId));
  const fresh = await ctx.tx.execute(fanOut(approvalId));
  const queued = (again.rowCount ?? 0) + (fresh.rowCount ?? 0);
  await recordAudit(ctx, { action: 'campaign.launched', subject: approvalId, data: { queued } });
  return { queued };
}

/** `scheduled` while the first message is still to come, `sending` from then on. */
export async function launchStatus(ctx: Ctx, campaignId: string): Promise<'scheduled' | 'sending'> {
  const { rows } = await ctx.tx.execute<{ isStarted: boolean }>(sql`
    select coalesce(bool_or(planned_at <= ${ctx.now} or status <> 'queued'), true) as "isStarted"
    from messages where campaign_id = ${campaignId} and occurrence = 0
      and not (status = 'dropped' and reason = 'superseded')`);
  return rows[0]?.isStarted ? 'sending' : 'scheduled';
}
