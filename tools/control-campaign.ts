import { z } from 'zod';
import { controlCampaign } from '../core/delivery/control-campaign.ts';
import { progressPart } from '../core/delivery/progress-part.ts';
import { defineTool } from './define.ts';
import { campaignId } from './schemas.ts';

export const controlCampaignTool = defineTool({
  name: 'control_campaign',
  description:
    'Pauses or stops a running or scheduled campaign: messages not yet handed over stay back. Stopping is for good. ' +
    'Resuming sends again, so it is a button for the person, not a tool.',
  effect: 'draft',
  input: z.strictObject({ campaignId, action: z.enum(['pause', 'stop']) }),
  run: (scope, input) =>
    scope.within(async (ctx) => {
      await controlCampaign(ctx, input);
      const part = await progressPart(ctx, input.campaignId);
      return { forModel: { ...part, kind: undefined, campaign: undefined }, parts: [part] };
    }),
});
