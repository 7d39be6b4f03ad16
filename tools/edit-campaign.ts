import { z } from 'zod';
import { editCampaign } from '../core/campaigns/edit-campaign.ts';
import { defineTool } from './define.ts';
import { changedAnswer } from './draft-answer.ts';
import { campaignId, draftFields, withPicture } from './schemas.ts';

export const editCampaignTool = defineTool({
  name: 'edit_campaign',
  description:
    'Changes a draft: give only the fields that change, each complete (the whole new filter, not the difference). ' +
    'Makes a new version and voids a pending or unlaunched approval.',
  effect: 'draft',
  input: z.strictObject({
    campaignId,
    patch: z.strictObject(draftFields).partial(),
    change: z.string().min(1).max(200).describe('What changed, in a few words, for the history.'),
  }),
  run: (scope, input) =>
    scope.within(async (ctx) => {
      const { campaignId: id, patch, change } = input;
      const given = await withPicture(ctx, patch);
      return changedAnswer(ctx, id, () => editCampaign(ctx, { campaignId: id, patch: given, change }));
    }),
});
