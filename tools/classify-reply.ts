import { z } from 'zod';
import { triageBudget } from '../core/replies/triage-budget.ts';
import { defineTool } from './define.ts';

export const classifyReply = defineTool({
  name: 'classify_reply',
  description: 'Says how triage would read a text that the person quotes, without storing it.',
  effect: 'read',
  input: z.strictObject({ text: z.string().min(1).max(20_000), channel: z.string().default('email') }),
  run: async ({ triager, within }, input) => {
    const read = await triager.triage(input, triageBudget(within));
    const { answer, answerInEnglish, because, entities, ...closed } = read;
    return {
      forModel: closed,
      parts: [{ kind: 'text', text: [because, answer, answerInEnglish].filter(Boolean).join('\n\n') }],
    };
  },
});
