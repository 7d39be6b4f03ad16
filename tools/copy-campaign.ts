import { z } from 'zod';
import { copyCampaign } from '../core/campaigns/templates.ts';
import { defineTool } from './define.ts';
import { draftAnswer } from './draft-answer.ts';
import { campaignId, draftFields } from './schemas.ts';

export const copyCampaignTool = defineTool({
  name: 'copy_campaign',
  description:
    'Makes a new draft from an earlier campaign ("the same again for Bangkok"): give what differs as a patch, each ' +
    'field whole. A named time and people chosen by hand stay behind.',
  effect: 'draft',
  input: z.strictObject({ campaignId, patch: z.strictObject(draftFields).partial().optional() }),
  run: (scope, { campaignId: id, patch }) =>
    scope.within(async (ctx) => {
      const from = { campaignId: id };
      const campaign = await copyCampaign(ctx, { from, patch, threadId: scope.threadId });
      return draftAnswer(ctx, campaign.id);
    }),
});
