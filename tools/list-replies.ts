import { z } from 'zod';
import { INTENTS } from '../core/ports.ts';
import { repliesPart } from '../core/replies/replies-part.ts';
import { replyCounts } from '../core/replies/reply-counts.ts';
import { instantAt } from '../lib/dates.ts';
import { defineTool } from './define.ts';
import { campaignId, filter, sinceDay } from './schemas.ts';

export const listReplies = defineTool({
  name: 'list_replies',
  description:
    'Shows the person what customers answered; you see counts by intent. intent accept is "who said yes", decline ' +
    '"who said no", question, complaint, callback and so on; urgency high is "anything urgent".',
  effect: 'read',
  input: z.strictObject({
    campaignId: campaignId.optional(),
    intent: z.enum(INTENTS).optional(),
    urgency: z.enum(['low', 'normal', 'high']).optional(),
    status: z.enum(['open', 'done']).optional(),
    filter: filter.optional().describe('Only of these customers.'),
    since: sinceDay.optional(),
  }),
  run: (scope, { since, ...input }) =>
    scope.within(async (ctx) => {
      const from = since ? instantAt(since, '00:00', ctx.tenant.settings.timeZone) : undefined;
      const asked = { ...input, since: from };
      const part = await repliesPart(ctx, asked);
      const counts = await replyCounts(ctx, asked);
      return { forModel: { shown: part.replies.length, byIntent: counts }, parts: [part] };
    }),
});
