import { eq } from 'drizzle-orm';
import { campaigns, threads } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { voidApprovals } from '../approval/void-approvals.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { lockCampaign } from './read-campaign.ts';

/**
 * Takes a campaign out of sight; its versions, manifests and messages stay for the record. Whatever was asked or
 * approved is void. Throws `campaign:state` while it is being sent.
 */
export async function deleteCampaign(ctx: Ctx, campaignId: string): Promise<void> {
  demand(ctx.actor, 'draft');
  const campaign = await lockCampaign(ctx, campaignId);
  if (campaign.status === 'sending' || campaign.status === 'paused') {
    throw new AppError('campaign:state', 'This campaign is being sent.', {
      nextStep: 'Stop it first.',
      where: { campaignId, status: campaign.status },
    });
  }
  const isOver = campaign.status === 'done' || campaign.status === 'stopped';
  if (!isOver) await voidApprovals(ctx, { campaignId, why: 'deleted' });
  await ctx.tx.update(campaigns).set({ deletedAt: ctx.now }).where(eq(campaigns.id, campaignId));
  // "It" means nothing any more in the conversations that were about it; they go on.
  await ctx.tx.update(threads).set({ campaignId: null }).where(eq(threads.campaignId, campaignId));
  await recordAudit(ctx, {
    action: 'campaign.delete',
    subject: campaignId,
    data: { version: campaign.version },
  });
}
