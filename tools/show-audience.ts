import { z } from 'zod';
import { shownAudience } from '../core/audience/shown-audience.ts';
import { readCampaign } from '../core/campaigns/read-campaign.ts';
import { audienceSummary } from './audience-summary.ts';
import { defineTool } from './define.ts';
import { campaignId } from './schemas.ts';

export const showAudience = defineTool({
  name: 'show_audience',
  description:
    'Shows the person who a campaign is for: every customer, why it is in, and who was left out and why.',
  effect: 'read',
  input: z.strictObject({ campaignId }),
  run: (scope, input) =>
    scope.within(async (ctx) => {
      const { draft } = await readCampaign(ctx, input.campaignId);
      const part = await shownAudience(ctx, { campaignId: input.campaignId, filter: draft.filter, draft });
      return { forModel: { campaignId: input.campaignId, ...audienceSummary(part) }, parts: [part] };
    }),
});
