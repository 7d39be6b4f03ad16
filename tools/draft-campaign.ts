import { z } from 'zod';
import { createCampaign } from '../core/campaigns/create-campaign.ts';
import { nameCampaign } from '../core/campaigns/name-campaign.ts';
import { focusThread } from '../core/threads/focus-thread.ts';
import { defineTool } from './define.ts';
import { draftAnswer } from './draft-answer.ts';
import { draftFields } from './schemas.ts';

export const draftCampaign = defineTool({
  name: 'draft_campaign',
  description:
    'Makes a new draft campaign: who it is for, what kind, on which channels and when. Sends nothing. Leave out ' +
    'what the person did not say. Restrict the audience by every condition in the sentence; if a condition cannot be ' +
    'expressed as a filter, use ask_person instead of leaving it out. To change a draft use edit_campaign.',
  effect: 'draft',
  input: z.strictObject(draftFields),
  run: (scope, input) =>
    scope.within(async (ctx) => {
      const name = input.name ?? (await nameCampaign(ctx, input));
      const { id } = await createCampaign(ctx, { draft: { ...input, name }, threadId: scope.threadId });
      await focusThread(ctx, { threadId: scope.threadId, campaignId: id });
      return draftAnswer(ctx, id);
    }),
});
