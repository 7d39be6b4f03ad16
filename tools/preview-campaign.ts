import { z } from 'zod';
import { draftFigures } from '../core/campaigns/draft-figures.ts';
import { readCampaign } from '../core/campaigns/read-campaign.ts';
import { previewSummary } from './audience-summary.ts';
import { defineTool } from './define.ts';
import { campaignId } from './schemas.ts';

export const previewCampaign = defineTool({
  name: 'preview_campaign',
  description: 'Shows the person the messages of a campaign as recipients will read them, three per channel.',
  effect: 'read',
  input: z.strictObject({
    campaignId,
    channel: z.string().optional().describe('Only this channel.'),
    customerId: z.uuid().optional().describe('Only this customer.'),
    variant: z.enum(['A', 'B', 'C', 'D', 'E']).optional().describe('Only this variant.'),
  }),
  run: (scope, input) =>
    scope.within(async (ctx) => {
      const campaign = await readCampaign(ctx, input.campaignId);
      const { variant, ...only } = input;
      const { preview: all } = await draftFigures(ctx, campaign, { only });
      const previews = all.previews.filter((one) => !variant || one.variant === variant);
      const preview = { ...all, previews };
      return { forModel: { campaignId: input.campaignId, ...previewSummary(preview) }, parts: [preview] };
    }),
});
