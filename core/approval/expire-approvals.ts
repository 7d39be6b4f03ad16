import { and, eq, inArray, lte } from 'drizzle-orm';
import { approvals, campaigns } from '../../db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { releaseWaiting } from './release-waiting.ts';

/**
 * Closes what was asked and not decided in time; its campaign is a draft again. What is approved does not expire: the
 * limit is on the deciding, not on a send that is running.
 */
export async function expireApprovals(ctx: Ctx, only: { campaignId?: string } = {}): Promise<string[]> {
  const due = await ctx.tx
    .select({ campaignId: approvals.campaignId })
    .from(approvals)
    .where(
      and(
        eq(approvals.status, 'requested'),
        lte(approvals.expiresAt, ctx.now),
        only.campaignId ? eq(approvals.campaignId, only.campaignId) : undefined,
      ),
    );
  if (due.length === 0) return [];
  const campaignIds = [...new Set(due.map((row) => row.campaignId))].sort();
  // Campaign before approval, as everywhere.
  await ctx.tx
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(inArray(campaigns.id, campaignIds))
    .orderBy(campaigns.id)
    .for('update');
  const expired = await ctx.tx
    .update(approvals)
    .set({ status: 'expired' })
    .where(
      and(
        eq(approvals.status, 'requested'),
        lte(approvals.expiresAt, ctx.now),
        inArray(approvals.campaignId, campaignIds),
      ),
    )
    .returning({ id: approvals.id, campaignId: approvals.campaignId });
  for (const { id, campaignId } of expired) {
    await recordAudit(ctx, { action: 'approval.expired', subject: campaignId, data: { approvalId: id } });
  }
  await releaseWaiting(ctx, campaignIds);
  return expired.map(({ id }) => id);
}
