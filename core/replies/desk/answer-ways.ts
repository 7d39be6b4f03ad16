// By what else somebody can be answered where their channel takes no free text any more.
import { and, asc, eq, getTableColumns } from 'drizzle-orm';
import { z } from 'zod';
import { templateWords } from '../../../db/queries/template-words.ts';
import { messageTemplates } from '../../../db/schema/index.ts';
import { inSentences, isAppError } from '../../../lib/errors.ts';
import { SURVEY_PAGE } from '../../content/answer-link.ts';
import { fieldValue } from '../../content/message-templates/draft-template.ts';
import { fillTemplate } from '../../content/message-templates/fit-template.ts';
import type { Ctx } from '../../context.ts';
import { demand } from '../../tenants/roles.ts';
import { addressesElsewhere, takesWords } from './answer-elsewhere.ts';
import { refuseMachine, windowEnd } from './check-answer.ts';
import { refuseStopped } from './check-stops.ts';
import { type Conversation, findConversation } from './find-conversation.ts';
import type { AnswerLimits } from './propose-answer.ts';
import { type Answered, replyChannel, replyPlace } from './reply-channel.ts';
import { viewOfWriter } from './view-of-writer.ts';

/** What is asked of the channels here: a registry of them does. */
export type AnsweringChannels = { get(key: string): { capabilities: AnswerLimits } | undefined };

export const answerWays = z.object({
  /** When the channel of the conversation takes no free text any more; null where it always does. */
  closesAt: z.iso.datetime().nullable(),
  isOpen: z.boolean(),
  /** Why nothing at all goes to them, before anybody writes it; null where something may. */
  refused: z.string().nullable(),
  /** Other channels by which the same person may be written to. */
  channels: z.array(z.string()),
  /** Approved texts that the channel takes at any time, as they would read. */
  templates: z.array(z.object({ id: z.uuid(), name: z.string(), language: z.string(), text: z.string() })),
});
export type AnswerWays = z.infer<typeof answerWays>;

/** How somebody who wrote can be answered now. Throws `reply:unknown`, `conversation:unknown`. */
export async function readAnswerWays(
  ctx: Ctx,
  { replyId, channels }: { replyId: string; channels: AnsweringChannels },
): Promise<AnswerWays> {
  demand(ctx.actor, 'reply');
  const { conversationId, ...reply } = await replyPlace(ctx, replyId);
  const conversation = await findConversation(ctx, conversationId ?? '');
  const { lastReceivedAt } = conversation;
  const windowHours = channels.get(conversation.channel)?.capabilities.answerWindowHours ?? null;
  const end = windowEnd({ lastReceivedAt, windowHours });
  const takesAnswers = conversation.channel !== SURVEY_PAGE;
  const open = {
    closesAt: end?.toISOString() ?? null,
    isOpen: takesAnswers && (!end || ctx.now < end),
    refused: await whyNothing(ctx, { conversation, reply }),
  };
  if (open.isOpen || open.refused || !conversation.contactId) return { ...open, channels: [], templates: [] };
  const others = await addressesElsewhere(ctx, conversation);
  const templates = await fittingTemplates(ctx, conversation);
  return {
    ...open,
    channels: others.flatMap(({ channel, lastReceivedAt: last }) => {
      const limits = channels.get(channel)?.capabilities;
      return limits && takesWords(ctx, { limits, lastReceivedAt: last }) ? channel : [];
    }),
    templates: templates.map(({ id, name, language, rendered }) => ({
      id,
      name,
      language,
      text: rendered.text,
    })),
  };
}

/** What refuses every answer, asked before one is written. */
async function whyNothing(
  ctx: Ctx,
  { conversation, reply }: { conversation: Conversation; reply: Answered },
): Promise<string | null> {
  try {
    refuseMachine(reply);
    const contactId = reply.contactId ?? conversation.contactId;
    await refuseStopped(ctx, { contactId, addressHash: conversation.addressHash });
    return null;
  } catch (error) {
    if (!isAppError(error)) throw error;
    return inSentences(error);
  }
}

/** What carries an answer: their own channel, another one, or an approved text in place of the words. */
export type Way = { words: string | null; channel?: string; templateId?: string; text?: string };

/** Why nothing is answered where somebody wrote. */
export const shutWords = (channel: string): string =>
  channel === SURVEY_PAGE
    ? 'They answered on the page of a survey, which takes no words of ours'
    : 'They last wrote too long ago for their channel to take words of ours';

/** The way that keeps the words where there is one; `words` say why it is not the way they wrote by. */
export async function bestWay(
  ctx: Ctx,
  given: { replyId: string; channels: AnsweringChannels },
): Promise<Way> {
  const { isOpen, channels, templates } = await readAnswerWays(ctx, given);
  const [[channel], [template]] = [channels, templates];
  if (isOpen || (!channel && !template)) return { words: null };
  const shut = shutWords(await replyChannel(ctx, given.replyId));
  if (channel) return { words: `${shut}: this goes by ${channel}.`, channel };
  const { id: templateId, text } = template!;
  return { words: `${shut}: what goes is an approved text.`, templateId, text };
}

/** Approved templates of service that are known in full for this person. */
export async function fittingTemplates(ctx: Ctx, { contactId, channel }: Conversation) {
  const rows = await ctx.tx
    .select({ ...getTableColumns(messageTemplates), words: templateWords })
    .from(messageTemplates)
    .where(
      and(
        ...[eq(messageTemplates.channel, channel), eq(messageTemplates.status, 'approved')],
        ...[eq(messageTemplates.category, 'utility'), eq(messageTemplates.isUsable, true)],
        eq(messageTemplates.hasPicture, false),
      ),
    )
    .orderBy(asc(messageTemplates.name), asc(messageTemplates.language));
  const fitting = [];
  for (const { id, name, language, header, body, footer, buttons, fields, words } of rows) {
    const view = await viewOfWriter(ctx, {
      contactId: contactId ?? '',
      language: language.split(/[-_]/u)[0] ?? language,
    });
    const parameters = fields.flatMap((field) => (view && fieldValue(view, field)) ?? []);
    const slots = new Set(body.match(/\{\{\s*\d+\s*\}\}/gu)).size;
    if (parameters.length !== slots || fields.length !== slots) continue;
    const text = [header, fillTemplate(body, parameters), footer].filter(Boolean).join('\n\n');
    const template = { name, language, parameters, words, ...(buttons.length > 0 ? { buttons } : {}) };
    fitting.push({ id, name, language, rendered: { text, template } });
  }
  return fitting;
}
