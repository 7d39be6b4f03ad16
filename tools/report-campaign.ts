import { z } from 'zod';
import { progressPart } from '../core/delivery/progress-part.ts';
import { defineTool } from './define.ts';
import { campaignId } from './schemas.ts';

export const reportCampaign = defineTool({
  name: 'report_campaign',
  description:
    'How a campaign is going: targeted, submitted, delivered, read, failed, dropped with reasons, unknown, replied.',
  effect: 'read',
  input: z.strictObject({ campaignId }),
  run: (scope, input) =>
    scope.within(async (ctx) => {
      const part = await progressPart(ctx, input.campaignId);
      return { forModel: { ...part, kind: undefined, campaign: undefined }, parts: [part] };
    }),
});
