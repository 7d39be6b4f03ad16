import { eq } from 'drizzle-orm';
import { campaigns, campaignVersions } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { voidApprovals } from '../approval/void-approvals.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { checkDraft, checkSchedule } from './check-draft.ts';
import type { CampaignStatus, Draft, DraftPatch } from './draft.ts';
import { type Campaign, lockCampaign } from './read-campaign.ts';

type Edit = { campaignId: string; patch: DraftPatch; change: string };

/**
 * Changes a draft: the fields of `patch`, each whole. The result is a new version, and whatever was asked or approved
 * of the one before is void. Throws `campaign:unknown`, `campaign:state` while it is being sent or once it is over, and what
 * `checkDraft` throws.
 */
export async function editCampaign(ctx: Ctx, { campaignId, patch, change }: Edit): Promise<Campaign> {
  demand(ctx.actor, 'draft');
  const campaign = await lockCampaign(ctx, campaignId);
  demandEditable(campaign);
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  const draft = await checkDraft(ctx, { ...campaign.draft, ...given });
  if (given.schedule !== undefined) checkSchedule(ctx, draft.schedule);
  return addVersion(ctx, { campaign, draft, change: cleanWords(change) || 'edited' });
}

type NewVersion = { campaign: Campaign; draft: Draft; change: string; restores?: number };

/** Writes the next version of a locked campaign; the campaign is a draft again. */
export async function addVersion(
  ctx: Ctx,
  { campaign, draft, change, restores }: NewVersion,
): Promise<Campaign> {
  const version = campaign.version + 1;
  await voidApprovals(ctx, { campaignId: campaign.id, why: `edited: ${change}` });
  await ctx.tx.insert(campaignVersions).values({
    tenantId: ctx.tenant.id,
    campaignId: campaign.id,
    version,
    draft,
    change,
    restores: restores ?? null,
    createdBy: ctx.actor.kind === 'person' ? ctx.actor.userId : null,
    createdAt: ctx.now,
  });
  const [row] = await ctx.tx
    .update(campaigns)
    .set({ version, name: draft.name, type: draft.type, status: 'draft', updatedAt: ctx.now })
    .where(eq(campaigns.id, campaign.id))
    .returning();
  await recordAudit(ctx, { action: 'campaign.edit', subject: campaign.id, data: { version, change } });
  return { ...row!, draft };
}

const EDITABLE: readonly CampaignStatus[] = ['draft', 'waiting', 'scheduled', 'paused'];

/** While messages go out nothing may change under them; a paused campaign may be mended for those still to come. */
export function demandEditable({ status, id }: Campaign): void {
  if (EDITABLE.includes(status)) return;
  const why = { sending: 'is being sent', stopped: 'was stopped', done: 'is done' }[
    status as 'sending' | 'stopped' | 'done'
  ];
  throw new AppError('campaign:state', `This campaign ${why}: it can no longer be changed.`, {
    nextStep: status === 'sending' ? 'Pause it first, or stop it.' : 'Make a new campaign.',
    where: { campaignId: id, status },
  });
}

const cleanWords = (change: string): string => change.replaceAll('\0', '').trim().slice(0, 200);
