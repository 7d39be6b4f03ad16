import { z } from 'zod';
import { undoEdit } from '../core/campaigns/undo-edit.ts';
import { defineTool } from './define.ts';
import { changedAnswer } from './draft-answer.ts';
import { campaignId } from './schemas.ts';

export const undoEditTool = defineTool({
  name: 'undo_edit',
  description: 'Takes back the last change of a draft, as a new version.',
  effect: 'draft',
  input: z.strictObject({ campaignId }),
  run: (scope, input) =>
    scope.within(async (ctx) => {
      return changedAnswer(ctx, input.campaignId, () => undoEdit(ctx, input.campaignId));
    }),
});
