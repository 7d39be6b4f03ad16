import { z } from 'zod';
import { CAMPAIGN_STATUSES, draftSchema } from '../core/campaigns/draft.ts';
import type { Campaign, CampaignRow } from '../core/campaigns/read-campaign.ts';
import { messageCounts } from '../core/statistics/read-statistics.ts';

export const campaignRow = z.object({
  id: z.uuid(),
  name: z.string(),
  type: z.string(),
  status: z.enum(CAMPAIGN_STATUSES),
  version: z.int().positive(),
  threadId: z.uuid().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

/** In a list: when it goes out or went, and how far it is; `counts` as in core/delivery/campaign-counts.ts. */
export const listedCampaign = campaignRow.extend({
  sendsAt: z.iso.datetime().nullable(),
  counts: messageCounts,
});
export type CampaignListed = z.infer<typeof listedCampaign>;

/** A campaign with the draft of its newest version. */
export const campaignView = campaignRow.extend({ draft: draftSchema });

export const toCampaignRow = ({
  createdAt,
  updatedAt,
  ...row
}: CampaignRow): z.infer<typeof campaignRow> => ({
  ...row,
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});

export const toCampaignView = (campaign: Campaign): z.infer<typeof campaignView> => ({
  ...toCampaignRow(campaign),
  draft: campaign.draft,
});

/** One version in a campaign's history, with what it changed. */
export const versionView = z.object({
  version: z.int().positive(),
  change: z.string(),
  by: z.string().nullable(),
  createdAt: z.iso.datetime(),
  differences: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
});
