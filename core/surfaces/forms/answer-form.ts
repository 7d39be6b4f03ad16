import type { ChannelRegistry } from '../../../channels/contract.ts';
import type { Form, FormField, Reply } from '../../../channels/surface-contract.ts';
import { sha256 } from '../../../lib/crypto.ts';
import { isId } from '../../../lib/ids.ts';
import type { Ctx } from '../../context.ts';
import { answerReply } from '../../replies/desk/answer-reply.ts';
import { bestWay } from '../../replies/desk/answer-ways.ts';
import { fitSavedAnswers } from '../../replies/desk/fit-saved-answers.ts';
import { replyChannel } from '../../replies/desk/reply-channel.ts';
import { replyEntry } from '../../replies/replies-part.ts';
import { demand } from '../../tenants/roles.ts';
import { quoteReply } from './quote-reply.ts';
import { atField, type Taken, unknownReply } from './taken.ts';

type Deps = { channels: ChannelRegistry };

/**
 * Where somebody writes the answer to a reply; what was suggested is there to begin with. Where their channel takes no
 * words any more it says by what it goes instead, and comes back with that.
 */
export async function answerForm(
  ctx: Ctx,
  { replyId, channels }: Deps & { replyId: string },
): Promise<{ form: Form; reply: Reply }> {
  demand(ctx.actor, 'answer');
  const reply = await replyEntry(ctx, replyId);
  if (!reply) throw unknownReply();
  const { words, channel = '', templateId, text } = await bestWay(ctx, { replyId, channels });
  const saved = templateId ? [] : await savedField(ctx, replyId);
  const isOptional = saved.length > 0;
  const own = {
    key: 'text',
    label: 'Goes out as you write it, in your name',
    most: 3000,
    isLong: true,
    isOptional,
  };
  const approved = { key: 'text', label: 'Goes out in your name', most: 3000 };
  const form: Form = {
    ...{
      name: 'answer',
      about: [reply.id, templateId ?? channel].join(' ').trim(),
      title: 'Answer',
      submit: 'Send',
    },
    intro: [words, quoteReply(reply), text && `The approved text:\n${text}`].filter(Boolean).join('\n\n'),
    fields: [
      templateId
        ? { ...approved, value: templateId, choices: [{ value: templateId, label: 'The approved text' }] }
        : { ...own, ...(reply.answer ? { value: reply.answer } : {}) },
      ...saved,
    ],
  };
  return { form, reply };
}

/** Sends what was written, or the saved answer that was chosen, by the way that the form showed. */
export async function takeAnswer(
  ctx: Ctx,
  { about, text, saved, channels }: Deps & { about: string; text: string; saved: string },
): Promise<Taken> {
  const [replyId = '', by = ''] = about.split(' ');
  const way = isId(by) ? { templateId: by } : by ? { channel: by } : {};
  const limits = channels.get(way.channel ?? (await replyChannel(ctx, replyId)))?.capabilities;
  if (!limits) throw unknownReply();
  const words = saved && !way.templateId ? await chosenWords(ctx, { replyId, saved }) : text;
  await answerReply(ctx, { replyId, text: words, limits, ...way });
  return { subjectId: replyId, tell: 'Your answer is on its way.' };
}

// Of the platform that shows the least below a field: what cannot be read whole there cannot be chosen.
const HINT = 1900;

/** Saved answers that fit, each to be read whole as it would go before it is chosen. */
async function savedField(ctx: Ctx, replyId: string): Promise<FormField[]> {
  let hint = '';
  const choices: { value: string; label: string }[] = [];
  for (const { id, name, language, text } of await fitSavedAnswers(ctx, { replyId })) {
    const label = `${name} (${language})`.slice(0, 75);
    const shown = `${hint}${hint && '\n\n'}${label}: ${text}`;
    if (text === null || shown.length > HINT || choices.length === MOST_SAVED) continue;
    hint = shown;
    choices.push({ value: savedValue(id, text), label });
  }
  if (choices.length === 0) return [];
  return [
    { key: 'saved', label: 'Or a saved answer in its place', most: 100, isOptional: true, hint, choices },
  ];
}

const MOST_SAVED = 20;
/** Which one, and what it said when it was read. */
const savedValue = (id: string, text: string): string => `${id} ${sha256(text).slice(0, 16)}`;

/** The words of the one that was chosen. Throws `input:invalid` where they are not those that were read. */
async function chosenWords(ctx: Ctx, { replyId, saved }: { replyId: string; saved: string }) {
  const found = (await fitSavedAnswers(ctx, { replyId })).find(
    ({ id, text }) => text !== null && savedValue(id, text) === saved,
  );
  if (found?.text) return found.text;
  throw atField('saved', 'It says something else by now, or is gone: press Answer again.');
}
