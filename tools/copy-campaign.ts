import { z } from 'zod';
import { copyCampaign } from '../core/campaigns/templates.ts';
import { focusThread } from '../core/threads/focus-thread.ts';
import { defineTool } from './define.ts';
import { draftAnswer } from './draft-answer.ts';
import { campaignId, draftFields, withPicture } from './schemas.ts';

export const copyCampaignTool = defineTool({
  name: 'copy_campaign',
  description:
    'Makes a new draft from an earlier campaign ("the same again for Bangkok") or from a template by its name: give ' +
    'what differs as a patch, each field whole. A named time and people chosen by hand stay behind.',
  effect: 'draft',
  input: z.strictObject({
    from: z.union([
      z.strictObject({ campaignId }),
      z.strictObject({ templateName: z.string().trim().min(1).max(120).describe('As the person says it.') }),
    ]),
    patch: z.strictObject(draftFields).partial().optional(),
  }),
  run: (scope, { from, patch }) =>
    scope.within(async (ctx) => {
      const changed = patch && (await withPicture(ctx, patch));
      const { id } = await copyCampaign(ctx, { from, patch: changed, threadId: scope.threadId });
      await focusThread(ctx, { threadId: scope.threadId, campaignId: id });
      return draftAnswer(ctx, id);
    }),
});
