import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { approvals, campaigns, messages } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { setCampaignStatus } from '../approval/campaign-status.ts';
import { recordAudit } from '../audit/record.ts';
import type { CampaignStatus } from '../campaigns/draft.ts';
import { type CampaignRow, lockCampaign } from '../campaigns/read-campaign.ts';
import type { Ctx } from '../context.ts';
import type { ProgressPart } from '../parts.ts';
import { demand } from '../tenants/roles.ts';
import { launchStatus } from './launch.ts';
import { progressPart } from './progress-part.ts';

export type Control = { campaignId: string; action: 'pause' | 'resume' | 'stop' };

const FROM: Record<Control['action'], readonly CampaignStatus[]> = {
  pause: ['scheduled', 'sending'],
  resume: ['paused'],
  stop: ['draft', 'waiting', 'scheduled', 'sending', 'paused'],
};
const ALREADY: Record<Control['action'], readonly CampaignStatus[]> = {
  pause: ['paused'],
  resume: ['scheduled', 'sending'],
  stop: ['stopped'],
};

/**
 * Pauses, resumes or stops a campaign: from here on no claim takes a message of it; the batch that a sender already
 * holds goes through. Stopping is for good: what is queued is dropped, what was asked is void. Doing it twice is the
 * same as once. Refuses `campaign:state` where there is nothing to hold.
 */
export async function controlCampaign(ctx: Ctx, { campaignId, action }: Control): Promise<ProgressPart> {
  demand(ctx.actor, 'control');
  const campaign = await lockCampaign(ctx, campaignId);
  if (ALREADY[action].includes(campaign.status)) return progressPart(ctx, campaignId);
  if (!FROM[action].includes(campaign.status)) throw refuse(campaign, action);
  if (action === 'stop') await stop(ctx, campaign);
  else {
    const status = action === 'pause' ? 'paused' : await launchStatus(ctx, campaignId);
    await setCampaignStatus(ctx, { id: campaignId, status });
    if (action === 'resume') await letGo(ctx, campaignId);
  }
  await recordAudit(ctx, { action: `campaign.${action}`, subject: campaignId });
  return progressPart(ctx, campaignId);
}

/** Whoever resumes has seen why it was held: the rest of it is held back no more. */
async function letGo(ctx: Ctx, campaignId: string): Promise<void> {
  await ctx.tx
    .update(campaigns)
    .set({ canary: null, pauseReason: null })
    .where(and(eq(campaigns.id, campaignId), isNotNull(campaigns.pauseReason)));
}

async function stop(ctx: Ctx, campaign: CampaignRow): Promise<void> {
  const dropped = await ctx.tx
    .update(messages)
    .set({ status: 'dropped', reason: 'stopped', updatedAt: sql`clock_timestamp()` })
    .where(and(eq(messages.campaignId, campaign.id), eq(messages.status, 'queued')))
    .returning({ id: messages.id });
  const voided = await ctx.tx
    .update(approvals)
    .set({ status: 'voided' })
    .where(and(eq(approvals.campaignId, campaign.id), eq(approvals.status, 'requested')))
    .returning({ id: approvals.id });
  // Of a draft only its tests can be stopped; it stays a draft.
  if (campaign.status === 'draft') {
    if (dropped.length + voided.length === 0) throw refuse(campaign, 'stop');
    return;
  }
  await setCampaignStatus(ctx, { id: campaign.id, status: 'stopped' });
  await ctx.tx.update(campaigns).set({ repeatsAt: null }).where(eq(campaigns.id, campaign.id));
}

const refuse = ({ name, id, status }: CampaignRow, action: Control['action']) =>
  new AppError('campaign:state', `"${name}" is ${status}: there is nothing to ${action}.`, {
    nextStep: 'Look at its progress.',
    where: { campaignId: id, status },
  });
