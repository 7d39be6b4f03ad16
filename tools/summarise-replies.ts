import { z } from 'zod';
import { summariseReplies } from '../core/replies/summarise-replies.ts';
import { instantAt } from '../lib/dates.ts';
import { defineTool } from './define.ts';
import { campaignId, filter, sinceDay } from './schemas.ts';

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
    since: sinceDay.optional(),
  }),
  run: (scope, { since, ...input }) =>
    scope.within(async (ctx) => {
      const from = since ? instantAt(since, '00:00', ctx.tenant.settings.timeZone) : undefined;
      const summary = await summariseReplies(ctx, { ...input, since: from });
      const { counts, urgent, figures, words, chart, replies } = summary;
      const shown = replies.replies.length;
      const { open, waiting, waitingOverADay } = figures;
      return {
        forModel: { byIntent: counts, urgent, desk: { open, waiting, waitingOverADay } },
        parts: [{ kind: 'text', text: words }, ...(shown > 0 ? [chart, replies] : [])],
      };
    }),
});
