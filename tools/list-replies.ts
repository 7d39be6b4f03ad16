import { z } from 'zod';
import { INTENTS } from '../core/ports.ts';
import { repliesPart } from '../core/replies/replies-part.ts';
import { replyCounts } from '../core/replies/reply-counts.ts';
import { defineTool } from './define.ts';
import { campaignId } from './schemas.ts';

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
  }),
  run: (scope, input) =>
    scope.within(async (ctx) => {
      const part = await repliesPart(ctx, input);
      const counts = await replyCounts(ctx, { campaignId: input.campaignId });
      return { forModel: { shown: part.replies.length, byIntent: counts }, parts: [part] };
    }),
});
