// Saved answers as they read for one person who wrote: what differs is filled in from what is known of them.
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { contacts, conversations, replies } from '../../../db/schema/index.ts';
import { isAppError } from '../../../lib/errors.ts';
import { fold, joinWords } from '../../../lib/text.ts';
import { UNKNOWN_MARK } from '../../content/liquid.ts';
import type { View } from '../../content/view.ts';
import { parseWording, unknownFields, writeWording } from '../../content/wording.ts';
import type { Ctx } from '../../context.ts';
import { demand } from '../../tenants/roles.ts';
import { replyPlace } from './reply-channel.ts';
import { listSavedAnswers, type SavedAnswer, savedAnswer } from './saved-answers.ts';
import { viewOfWriter } from './view-of-writer.ts';

export const fittedAnswer = savedAnswer.extend({
  /** As it would go out; null where something of it is not known of them. */
  text: z.string().nullable(),
  /** As it was kept, with its braces. */
  kept: z.string(),
  /** Why it cannot go to them. */
  problem: z.string().nullable(),
});
export type FittedAnswer = z.infer<typeof fittedAnswer>;

/** All of them for whoever wrote that, those in their language first. Throws `reply:unknown`. */
export async function fitSavedAnswers(ctx: Ctx, { replyId }: { replyId: string }): Promise<FittedAnswer[]> {
  demand(ctx.actor, 'reply');
  await replyPlace(ctx, replyId);
  const saved = await listSavedAnswers(ctx);
  const { contactId, language } = await readWriter(ctx, replyId);
  const views = new Map<string, View | null>();
  for (const one of new Set(saved.map((answer) => baseOf(answer.language))))
    views.set(one, contactId ? await viewOfWriter(ctx, { contactId, language: one }) : null);
  const home = baseOf(ctx.tenant.settings.locale);
  const rank = (one: { language: string }) => [language, home].indexOf(baseOf(one.language)) >>> 0;
  return saved
    .map((one) => ({ ...one, kept: one.text, ...fitted(one, views.get(baseOf(one.language)) ?? null) }))
    .toSorted((a, b) => rank(a) - rank(b));
}

/** The one of that name in their language, else in the workspace's own, else in another; null where none is called so. */
export async function namedSavedAnswer(
  ctx: Ctx,
  { replyId, name }: { replyId: string; name: string },
): Promise<FittedAnswer | null> {
  const called = (await fitSavedAnswers(ctx, { replyId })).filter((one) => fold(one.name) === fold(name));
  return called.find(({ text }) => text !== null) ?? called[0] ?? null;
}

type Fitted = Pick<FittedAnswer, 'text' | 'problem'>;
const unfit = (problem: string): Fitted => ({ text: null, problem });

function fitted({ name, text }: SavedAnswer, view: View | null): Fitted {
  if (!/\{[{%]/u.test(text)) return { text, problem: null };
  if (!view) return unfit(`It is not known who wrote this, and “${name}” says something of them.`);
  try {
    const wording = parseWording('this answer', { body: text });
    const { body } = writeWording(wording, view, { body: '' });
    if (body && !body.includes(UNKNOWN_MARK)) return { text: body, problem: null };
    const lacking = unknownFields(wording, view, 'chat');
    return unfit(
      `“${name}” says what is not known of them: ${joinWords(lacking) || 'nothing is left of it'}.`,
    );
  } catch (error) {
    if (!isAppError(error)) throw error;
    return unfit(error.message);
  }
}

const baseOf = (tag: string): string => tag.toLowerCase().split(/[-_]/u)[0] ?? tag;

/** The language that they wrote in, where triage knows it, else the contact's. */
async function readWriter(ctx: Ctx, replyId: string) {
  const [row] = await ctx.tx
    .select({
      contactId: contacts.id,
      own: contacts.language,
      written: sql<string | null>`nullif(${replies.triage}->>'language', 'und')`,
    })
    .from(replies)
    .leftJoin(conversations, eq(conversations.id, replies.conversationId))
    .leftJoin(contacts, eq(contacts.id, sql`coalesce(${replies.contactId}, ${conversations.contactId})`))
    .where(eq(replies.id, replyId));
  const language = row?.written ?? row?.own;
  return { contactId: row?.contactId ?? null, language: language ? baseOf(language) : null };
}
