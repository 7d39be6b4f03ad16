import { z } from 'zod';
import { CAMPAIGN_STATUSES } from '../core/campaigns/draft.ts';
import { listCampaigns } from '../core/campaigns/list-campaigns.ts';
import type { CampaignsPart } from '../core/parts.ts';
import { defineTool } from './define.ts';

export const listCampaignsTool = defineTool({
  name: 'list_campaigns',
  description: 'Lists campaigns, newest first, with their ids.',
  effect: 'read',
  input: z.strictObject({ status: z.enum(CAMPAIGN_STATUSES).optional() }),
  run: (scope, input) =>
    scope.within(async (ctx) => {
      const campaigns = (await listCampaigns(ctx, input)).map(
        ({ id, name, type, status, version, createdAt }) => ({
          id,
          name,
          type,
          status,
          version,
          createdAt: createdAt.toISOString(),
        }),
      );
      const part: CampaignsPart = { kind: 'campaigns', campaigns };
      const forModel = { campaigns: campaigns.map(({ name, ...known }) => known), count: campaigns.length };
      return { forModel, parts: [part] };
    }),
});
