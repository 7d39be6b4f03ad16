import { and, eq, inArray, sql } from 'drizzle-orm';
import { approvals, messages } from '../../db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';

/** Takes back what was asked or approved of a campaign of which nothing has gone out yet. */
export async function voidApprovals(
  ctx: Ctx,
  { campaignId, why }: { campaignId: string; why: string },
): Promise<void> {
  const voided = await ctx.tx
    .update(approvals)
    .set({ status: 'voided', comment: sql`coalesce(${approvals.comment}, ${why})` })
    .where(and(eq(approvals.campaignId, campaignId), inArray(approvals.status, ['requested', 'approved'])))
    .returning({ id: approvals.id });
  if (voided.length === 0) return;
  const ids = voided.map(({ id }) => id);
  await ctx.tx
    .update(messages)
    .set({ status: 'dropped', reason: 'voided', updatedAt: ctx.now })
    .where(and(inArray(messages.approvalId, ids), eq(messages.status, 'queued')));
  for (const id of ids)
    await recordAudit(ctx, { action: 'approval.void', subject: id, data: { campaignId, why } });
}
