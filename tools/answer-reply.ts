import { z } from 'zod';
import { approvalPart } from '../core/approval/approval-part.ts';
import { answerWords } from '../core/replies/desk/answer-words.ts';
import { findSpeakers, type Speaker } from '../core/replies/desk/find-speaker.ts';
import { proposeAnswer } from '../core/replies/desk/propose-answer.ts';
import { replyChannel } from '../core/replies/desk/reply-channel.ts';
import { defineTool, type ToolAnswer } from './define.ts';

export const answerReplyTool = defineTool({
  name: 'answer_reply',
  description:
    'Proposes an answer to somebody who wrote: the text goes to that one person, by the channel they used, once the ' +
    'person you talk with approves exactly it; you cannot. Give who as the person named them, and only what they ' +
    'want said, in their words. Never answer on your own account.',
  effect: 'approval',
  input: z.strictObject({
    who: z.string().trim().min(1).max(200),
    text: z.string().trim().min(1).max(4000),
  }),
  run: (scope, { who, text }) =>
    scope.within(async (ctx) => {
      const found = await findSpeakers(ctx, { who });
      const [one] = found;
      if (!one || found.length > 1) return askWhom(found, { who, text });
      const limits = scope.limitsOf(await replyChannel(ctx, one.replyId));
      const { threadId, toolCallId } = scope;
      const { approvalId, replaced } = await proposeAnswer(
        ctx,
        { replyId: one.replyId, text, limits },
        { threadId, toolCallId },
      );
      const part = await approvalPart(ctx, approvalId);
      return {
        forModel: { approvalId, recipients: 1, channel: one.channel, isAnswer: true },
        parts: [{ kind: 'text', text: answerWords(one, { text, replaced }) }, part],
      };
    }),
  outcome: (scope, approvalId) =>
    scope.within(async (ctx) => {
      const part = await approvalPart(ctx, approvalId);
      return {
        forModel: { approvalId, status: part.status, recipients: 1, isAnswer: true },
        parts: [part],
      };
    }),
});

const MOST = 6;

const askWhom = (found: readonly Speaker[], { who, text }: { who: string; text: string }): ToolAnswer => ({
  forModel: { asked: true, matching: found.length },
  parts: [
    {
      kind: 'question',
      text:
        found.length === 0
          ? `Nobody called “${who}” wrote in the last 90 days. Whom do you mean?`
          : `Several people called “${who}” wrote. Whom do you mean?`,
      choices: found.slice(0, MOST).map(({ contact, customer }) => ({
        label: [contact, customer].filter(Boolean).join(', '),
        say: `Answer ${contact ?? ''} at ${customer ?? ''}: ${text}`.slice(0, 300),
      })),
    },
  ],
});
