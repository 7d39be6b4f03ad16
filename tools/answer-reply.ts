import { z } from 'zod';
import { approvalPart } from '../core/approval/approval-part.ts';
import { type AnswerWays, readAnswerWays, shutWords } from '../core/replies/desk/answer-ways.ts';
import { answerWords } from '../core/replies/desk/answer-words.ts';
import { findSpeakers, type Speaker } from '../core/replies/desk/find-speaker.ts';
import { proposeAnswer } from '../core/replies/desk/propose-answer.ts';
import { replyChannel } from '../core/replies/desk/reply-channel.ts';
import { defineTool, type ToolAnswer, type ToolScope } from './define.ts';

export const answerReplyTool = defineTool({
  name: 'answer_reply',
  description:
    'Proposes an answer to somebody who wrote: the text goes to that one person, by the channel they used, once the ' +
    'person you talk with approves exactly it; you cannot. Give who as the person named them, and only what they ' +
    'want said, in their words. Give by only where they chose another way. Never answer on your own account.',
  effect: 'approval',
  input: z.strictObject({
    who: z.string().trim().min(1).max(200),
    text: z.string().trim().min(1).max(4000),
    /** Another channel, or the name of an approved text of theirs. */
    by: z.string().trim().min(1).max(600).optional(),
  }),
  run: (scope, { who, text: said, by }) =>
    scope.within(async (ctx) => {
      const found = await findSpeakers(ctx, { who });
      const [one] = found;
      if (!one || found.length > 1) return askWhom(found, { who, text: said });
      const { replyId } = one;
      const ways = await readAnswerWays(ctx, { replyId, channels: channelsOf(scope) });
      if (ways.isOpen && by && by !== one.channel) return askAsTheyWrote(one, { by, text: said });
      const way = by && !ways.isOpen ? wayCalled(ways, by) : null;
      if (!ways.isOpen && !way) return askHow(one, { ways, text: said });
      const { text = said, ...how } = way ?? {};
      const channel = way?.channel ?? (await replyChannel(ctx, replyId));
      const limits = scope.limitsOf(channel);
      const { threadId, toolCallId } = scope;
      const asked = { replyId, text, limits, ...how };
      const { approvalId, replaced } = await proposeAnswer(ctx, asked, { threadId, toolCallId });
      const part = await approvalPart(ctx, approvalId);
      return {
        forModel: { approvalId, recipients: 1, channel, isAnswer: true },
        parts: [{ kind: 'text', text: answerWords({ ...one, channel }, { text, replaced }) }, part],
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

const channelsOf = (scope: ToolScope) => ({
  get: (key: string) => ({ capabilities: scope.limitsOf(key) }),
});

type Way = { channel?: string; templateId?: string; text?: string };

/** The way that is called so of those that there are; null where there is none. */
function wayCalled({ channels, templates }: AnswerWays, by: string): Way | null {
  if (channels.includes(by)) return { channel: by };
  const found = templates.find(({ name }) => name === by);
  return found ? { templateId: found.id, text: found.text } : null;
}

const whoWords = ({ contact, customer }: Speaker): string => [contact, customer].filter(Boolean).join(' at ');

/** Another channel than theirs is for where theirs takes no answer: never in silence by the one or the other. */
const askAsTheyWrote = (one: Speaker, { by, text }: { by: string; text: string }): ToolAnswer => ({
  forModel: { asked: true, isWindowShut: false },
  parts: [
    {
      kind: 'question',
      text: `They wrote by ${one.channel}, which takes answers now; “${by}” is not how they are answered.`,
      choices: [{ label: `Answer by ${one.channel}`, say: `Answer ${whoWords(one)}: ${text}` }],
    },
  ],
});

/** Their channel takes no words of ours any more: by what else they are told is for the person to choose. */
function askHow(one: Speaker, { ways, text }: { ways: AnswerWays; text: string }): ToolAnswer {
  const who = whoWords(one);
  const choices = [
    ...ways.channels.map((channel) => ({
      label: `By ${channel}, in these words`,
      say: `Answer ${who} by ${channel}: ${text}`,
    })),
    ...ways.templates.map(({ name, text: approved }) => ({
      label: `With the approved text “${name}”: ${approved}`.slice(0, 200),
      say: `Answer ${who} by ${name}: ${approved}`,
    })),
  ].slice(0, MOST);
  const shut = `${shutWords(one.channel)}.`;
  const next =
    choices.length > 0
      ? 'How shall they be told?'
      : 'Nothing else reaches them here: wait until they write again, or call them.';
  return {
    forModel: { asked: true, isWindowShut: true, ways: choices.length },
    parts: [{ kind: 'question', text: `${shut} ${next}`, choices }],
  };
}

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
        say: `Answer ${contact ?? ''} at ${customer ?? ''}: ${text}`,
      })),
    },
  ],
});
