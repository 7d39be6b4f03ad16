import { and, eq, or, sql } from 'drizzle-orm';
import { approvals, messages } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { CampaignStatus } from '../campaigns/draft.ts';
import { lockCampaign } from '../campaigns/read-campaign.ts';
import type { Ctx } from '../context.ts';
import { setCampaignStatus } from './campaign-status.ts';
import { showAnew } from './show-anew.ts';

/** While messages go out nothing may change under them; what has ended is history. */
const EDITABLE: readonly CampaignStatus[] = ['draft', 'waiting', 'scheduled', 'paused'];

/**
 * Ends every approval of a campaign because it changes: what was asked, and what was approved and has not gone out
 * (its queued messages are dropped as "superseded"; a new approval may queue those people again, once). Call it in the
 * edit's own transaction. Refuses `campaign:state` while the campaign is being sent, or when it has ended.
 */
export async function voidApprovals(
  ctx: Ctx,
  { campaignId, why }: { campaignId: string; why: string },
): Promise<string[]> {
  const campaign = await lockCampaign(ctx, campaignId);
  if (!EDITABLE.includes(campaign.status)) {
    throw new AppError('campaign:state', `"${campaign.name}" is ${campaign.status} and cannot be changed.`, {
      nextStep:
        campaign.status === 'sending' ? 'Pause it first, or stop it.' : 'Prepare a new campaign instead.',
      where: { campaignId, status: campaign.status },
    });
  }
  const voided = await endApprovals(ctx, { campaignId, why });
  if (campaign.status !== 'draft') await setCampaignStatus(ctx, { id: campaignId, status: 'draft' });
  return voided;
}

/** Not all of its messages are at rest, or it has none. */
const isUnderWay = sql`(
  select coalesce(bool_or(m.status in ('queued', 'claimed')), true) from messages m
  where m.approval_id = ${approvals.id})`;

type Ended = { campaignId: string; why: string };

/** An approval whose messages are all out is history and stays what it was. The campaign must be locked. */
async function endApprovals(ctx: Ctx, { campaignId, why }: Ended): Promise<string[]> {
  const voided = await ctx.tx
    .update(approvals)
    .set({ status: 'voided' })
    .where(
      and(
        eq(approvals.campaignId, campaignId),
        or(eq(approvals.status, 'requested'), and(eq(approvals.status, 'approved'), isUnderWay)),
      ),
    )
    .returning({ id: approvals.id });
  if (voided.length === 0) return [];
  await ctx.tx
    .update(messages)
    .set({ status: 'dropped', reason: 'superseded', updatedAt: sql`clock_timestamp()` })
    .where(and(eq(messages.campaignId, campaignId), eq(messages.status, 'queued')));
  const ids = voided.map(({ id }) => id);
  await showAnew(ctx, ids);
  await recordAudit(ctx, { action: 'approval.voided', subject: campaignId, data: { approvalIds: ids, why } });
  return ids;
}
