import { z } from 'zod';
import { summariseReplies } from '../core/replies/summarise-replies.ts';
import { defineTool } from './define.ts';
import { campaignId, filter } from './schemas.ts';

export const summariseRepliesTool = defineTool({
  name: 'summarise_replies',
  description:
    'Summarises what customers answered (“what did the Hiltons say”, “my digest”): the person sees names and words, ' +
    'you see counts by intent and how the reply desk stands. days: only the last so many; 1 is a daily digest.',
  effect: 'read',
  input: z.strictObject({
    filter: filter.optional(),
    campaignId: campaignId.optional(),
    days: z.int().min(1).max(366).optional(),
  }),
  run: (scope, input) =>
    scope.within(async (ctx) => {
      const { counts, urgent, figures, words, chart, replies } = await summariseReplies(ctx, input);
      const shown = replies.replies.length;
      const { open, waiting, waitingOverADay } = figures;
      return {
        forModel: { byIntent: counts, urgent, desk: { open, waiting, waitingOverADay } },
        parts: [{ kind: 'text', text: words }, ...(shown > 0 ? [chart, replies] : [])],
      };
    }),
});
