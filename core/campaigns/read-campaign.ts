import { and, eq, isNull } from 'drizzle-orm';
import { campaigns, campaignVersions } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { isId } from '../../lib/ids.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { type Draft, draftSchema } from './draft.ts';

export type CampaignRow = typeof campaigns.$inferSelect;
/** A campaign with the draft of its newest version. */
export type Campaign = CampaignRow & { draft: Draft };

/** Throws `campaign:unknown` for an id that this tenant does not have, or has deleted. */
export async function readCampaign(ctx: Ctx, campaignId: string): Promise<Campaign> {
  demand(ctx.actor, 'read');
  return findCampaign(ctx, campaignId);
}

/** The same, holding the campaign's row until the transaction ends: one change at a time. */
export async function lockCampaign(ctx: Ctx, campaignId: string): Promise<Campaign> {
  if (isId(campaignId)) {
    await ctx.tx
      .select({ id: campaigns.id })
      .from(campaigns)
      .where(eq(campaigns.id, campaignId))
      .for('update');
  }
  return findCampaign(ctx, campaignId);
}

async function findCampaign(ctx: Ctx, campaignId: string): Promise<Campaign> {
  const [row] = isId(campaignId)
    ? await ctx.tx
        .select({ campaign: campaigns, draft: campaignVersions.draft })
        .from(campaigns)
        .innerJoin(
          campaignVersions,
          and(eq(campaignVersions.campaignId, campaigns.id), eq(campaignVersions.version, campaigns.version)),
        )
        .where(and(eq(campaigns.id, campaignId), isNull(campaigns.deletedAt)))
    : [];
  if (!row) {
    throw new AppError('campaign:unknown', 'There is no such campaign.', { nextStep: 'List the campaigns.' });
  }
  return { ...row.campaign, draft: draftSchema.parse(row.draft) };
}
