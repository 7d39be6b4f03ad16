import { eq } from 'drizzle-orm';
import { campaignVersions } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { restoreTexts } from '../content/writing/text-versions.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { draftSchema } from './draft.ts';
import { addVersion, demandEditable } from './edit-campaign.ts';
import { type Campaign, lockCampaign } from './read-campaign.ts';

/**
 * Takes back the last change that still stands, as a new version; again, and the one before it goes too. Throws
 * `campaign:state` when nothing is left to take back.
 */
export async function undoEdit(ctx: Ctx, campaignId: string): Promise<Campaign> {
  demand(ctx.actor, 'draft');
  const campaign = await lockCampaign(ctx, campaignId);
  demandEditable(campaign);
  const versions = await ctx.tx
    .select()
    .from(campaignVersions)
    .where(eq(campaignVersions.campaignId, campaign.id))
    .orderBy(campaignVersions.version);
  const [undone, before] = standing(versions).slice(-2).toReversed();
  if (!undone || !before) {
    throw new AppError('campaign:state', 'There is no change to take back.', { where: { campaignId } });
  }
  await restoreTexts(ctx, { campaignId, version: campaign.version, to: before.version });
  return addVersion(ctx, {
    campaign,
    draft: draftSchema.parse(before.draft),
    change: `took back: ${undone.change}`,
    restores: before.version,
  });
}

type Version = typeof campaignVersions.$inferSelect;

/** The versions whose changes still stand: an undo leaves those up to the one it brought back. */
function standing(versions: readonly Version[]): Version[] {
  let kept: Version[] = [];
  for (const version of versions) {
    kept =
      version.restores === null
        ? [...kept, version]
        : kept.filter((earlier) => earlier.version <= version.restores!);
  }
  return kept;
}
