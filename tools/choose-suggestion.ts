import { z } from 'zod';
import { CHOSEN, chooseSuggestion } from '../core/campaigns/choose-suggestion.ts';
import { defineTool } from './define.ts';
import { changedAnswer } from './draft-answer.ts';
import { campaignId } from './schemas.ts';

export const chooseSuggestionTool = defineTool({
  name: 'choose_suggestion',
  description:
    'Takes one of the subjects or calls to action (ask) that a plan proposes, by its number in the plan, for a draft. ' +
    'Makes a new version.',
  effect: 'draft',
  input: z.strictObject({
    campaignId,
    of: z.enum(CHOSEN),
    number: z.int().min(1).max(10),
    channels: z.array(z.string()).optional().describe('Only these, if any were named.'),
    change: z.string().min(1).max(200).describe('What changed, in a few words, for the history.'),
  }),
  run: (scope, input) =>
    scope.within(async (ctx) => {
      return changedAnswer(ctx, input.campaignId, () => chooseSuggestion(ctx, input));
    }),
});
