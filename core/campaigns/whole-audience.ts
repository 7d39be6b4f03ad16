import { audiencePart } from '../audience/audience-part.ts';
import type { Ctx } from '../context.ts';
import type { AudiencePart } from '../parts.ts';
import { readCampaign } from './read-campaign.ts';

/** Everybody of an audience of which a conversation showed the first. */
export async function wholeAudience(ctx: Ctx, shown: AudiencePart): Promise<AudiencePart> {
  const { campaignId, filter, next } = shown;
  if (!next) return shown;
  if (!campaignId) return audiencePart(ctx, { filter });
  const { draft } = await readCampaign(ctx, campaignId);
  return audiencePart(ctx, { campaignId, filter: draft.filter, draft });
}
