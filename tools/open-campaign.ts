import { z } from 'zod';
import { readCampaign } from '../core/campaigns/read-campaign.ts';
import { demand } from '../core/tenants/roles.ts';
import { focusThread } from '../core/threads/focus-thread.ts';
import { defineTool } from './define.ts';
import { draftAnswer } from './draft-answer.ts';
import { campaignId } from './schemas.ts';

export const openCampaign = defineTool({
  name: 'open_campaign',
  description:
    'Goes back to another campaign: from now on the conversation is about that one, and it is shown as it stands. ' +
    'Changes nothing about it.',
  effect: 'draft',
  input: z.strictObject({ campaignId }),
  run: (scope, input) =>
    scope.within(async (ctx) => {
      demand(ctx.actor, 'draft');
      const { id } = await readCampaign(ctx, input.campaignId);
      await focusThread(ctx, { threadId: scope.threadId, campaignId: id });
      return draftAnswer(ctx, id);
    }),
});
