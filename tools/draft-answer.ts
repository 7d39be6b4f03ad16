import { draftParts } from '../core/campaigns/draft-parts.ts';
import { readCampaign } from '../core/campaigns/read-campaign.ts';
import type { Ctx } from '../core/context.ts';
import { audienceSummary, previewSummary } from './audience-summary.ts';
import type { ToolAnswer } from './define.ts';

/** What every tool that makes or changes a draft answers: the campaign as it now stands, whole. */
export async function draftAnswer(ctx: Ctx, campaignId: string): Promise<ToolAnswer> {
  const campaign = await readCampaign(ctx, campaignId);
  const { audience, preview } = await draftParts(ctx, campaign);
  return {
    forModel: {
      campaignId,
      version: campaign.version,
      type: campaign.type,
      status: campaign.status,
      schedule: campaign.draft.schedule,
      tone: campaign.draft.tone,
      ...audienceSummary(audience),
      ...previewSummary(preview),
    },
    parts: [audience, preview],
  };
}
