import { and, eq, isNull } from 'drizzle-orm';
import { campaigns, campaignVersions } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { type Draft, draftSchema } from '../campaigns/draft.ts';
import type { Ctx } from '../context.ts';

export type LockedCampaign = typeof campaigns.$inferSelect;

/**
 * Takes the campaign's row until the transaction ends: deciding, editing, pausing and stopping one campaign happen one
 * after the other, and always lock in the order campaign, approval, message.
 */
export async function lockCampaign(ctx: Ctx, campaignId: string): Promise<LockedCampaign> {
  const [campaign] = await ctx.tx
    .select()
    .from(campaigns)
    .where(and(eq(campaigns.id, campaignId), isNull(campaigns.deletedAt)))
    .for('update');
  if (!campaign) {
    throw new AppError('campaign:unknown', 'There is no such campaign.', { where: { campaignId } });
  }
  return campaign;
}

export type VersionRead = { draft: Draft; authorId: string | null };

/** The draft of the version that stands, and who wrote it. */
export async function readVersion(ctx: Ctx, campaign: LockedCampaign): Promise<VersionRead> {
  const [row] = await ctx.tx
    .select()
    .from(campaignVersions)
    .where(and(eq(campaignVersions.campaignId, campaign.id), eq(campaignVersions.version, campaign.version)));
  if (!row) throw new Error(`Campaign ${campaign.id} has no version ${campaign.version}.`);
  return { draft: draftSchema.parse(row.draft), authorId: row.createdBy };
}

export async function setCampaignStatus(
  ctx: Ctx,
  { id, status }: { id: string; status: LockedCampaign['status'] },
): Promise<void> {
  await ctx.tx.update(campaigns).set({ status, updatedAt: ctx.now }).where(eq(campaigns.id, id));
}
