import { sql } from 'drizzle-orm';
import { fanOut, requeueSuperseded } from '../../db/queries/fan-out.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { isAsFrozen } from './authority.ts';

/**
 * Queues what an approval approved; runs in the transaction that approves, which holds the campaign. A second launch
 * queues nothing. Refuses `approval:stale` when the rows that are there are not the ones that were frozen.
 */
export async function launch(ctx: Ctx, { approvalId }: { approvalId: string }): Promise<{ queued: number }> {
  if (!(await isAsFrozen(ctx, approvalId)))
    throw new AppError(
      'approval:stale',
      'What was frozen is not what is there now: nothing of it goes out.',
      {
        nextStep: 'Ask for the approval again, and find out who changed the database.',
        where: { approvalId },
      },
    );
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
