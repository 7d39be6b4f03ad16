import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { answers, conversations, messages, replies } from '../../db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import { addressHash } from '../consent/address-hash.ts';
import type { Ctx } from '../context.ts';
import { recordReceipt } from '../delivery/record-receipt.ts';
import type { IsLikelyStop } from '../ports.ts';
import { receiveReply } from '../replies/receive-reply.ts';
import type { ChannelNormaliser } from '../replies/reply-input.ts';
import { type Visitor, WIDGET_CHANNEL } from './visitor.ts';

export const visitSchema = z.object({
  company: z.string(),
  announcements: z.array(z.string()),
  /** Oldest first; `ours` is what the workspace answered. */
  messages: z.array(
    z.object({ id: z.string(), isOurs: z.boolean(), text: z.string(), at: z.string(), isRead: z.boolean() }),
  ),
  /** Whether they asked for a person and nobody has answered since. */
  waitsForPerson: z.boolean(),
});
export type Visit = z.infer<typeof visitSchema>;

const MOST = 200;
const WANTS_A_PERSON = 'wants a person';
const GONE_OUT = ['submitted', 'delivered', 'read'] as const;

const hashOf = (ctx: Ctx, { name }: Visitor) => addressHash(ctx.keys, name);

/** What a visitor sees: notices, and what they and the workspace said to each other here, nothing of anybody else. */
export async function readVisit(ctx: Ctx, visitor: Visitor): Promise<Visit> {
  const { sender, widget } = ctx.tenant.settings;
  const conversation = await findConversation(ctx, visitor);
  const announcements = widget.announcements
    .filter(({ until }) => until === null || until >= ctx.today)
    .map(({ text }) => text);
  return {
    company: sender.company,
    announcements,
    messages: conversation ? await readMessages(ctx, conversation.id) : [],
    waitsForPerson: Boolean(conversation?.waitingSince && conversation.tags.includes(WANTS_A_PERSON)),
  };
}

async function findConversation(ctx: Ctx, visitor: Visitor) {
  const [row] = await ctx.tx
    .select()
    .from(conversations)
    .where(
      and(eq(conversations.channel, WIDGET_CHANNEL), eq(conversations.addressHash, hashOf(ctx, visitor))),
    );
  return row ?? null;
}

async function readMessages(ctx: Ctx, conversationId: string): Promise<Visit['messages']> {
  const theirs = await ctx.tx
    .select({ id: replies.id, text: replies.body, at: replies.receivedAt })
    .from(replies)
    .where(eq(replies.conversationId, conversationId))
    .orderBy(asc(replies.receivedAt));
  const ours = await ctx.tx
    .select({ id: messages.id, text: answers.text, at: messages.submittedAt, status: messages.status })
    .from(answers)
    .innerJoin(messages, eq(messages.campaignId, answers.campaignId))
    .where(and(eq(answers.conversationId, conversationId), inArray(messages.status, [...GONE_OUT])));
  return [
    ...theirs.map((one) => ({ ...one, at: one.at.toISOString(), isOurs: false, isRead: true })),
    ...ours.map(({ id, text, at, status }) => ({
      ...{ id, text, isOurs: true, isRead: status === 'read' },
      at: (at ?? ctx.now).toISOString(),
    })),
  ]
    .toSorted((one, other) => one.at.localeCompare(other.at))
    .slice(-MOST);
}

export const visitorMessage = z.strictObject({
  /** Made by the panel: the same one twice, after a connection that broke, is one message. */
  id: z.uuid(),
  text: z.string().trim().min(1).max(2000),
  wantsPerson: z.boolean().default(false),
});

type Said = {
  visitor: Visitor;
  message: z.output<typeof visitorMessage>;
  normalise: ChannelNormaliser;
  isLikelyStop?: IsLikelyStop | undefined;
};

/** Keeps what a visitor wrote, as any channel's message: a stop acts at once, and the desk is told. */
export async function sayAsVisitor(
  ctx: Ctx,
  { visitor, message, normalise, isLikelyStop }: Said,
): Promise<void> {
  const { isNew } = await receiveReply(ctx, {
    channel: WIDGET_CHANNEL,
    identifier: visitor.name,
    message: message.text,
    externalId: `${visitor.name}/${message.id}`,
    isSenderProven: true,
    ...{ normalise, isLikelyStop },
  });
  if (isNew && message.wantsPerson) await askForPerson(ctx, visitor);
}

async function askForPerson(ctx: Ctx, visitor: Visitor): Promise<void> {
  const conversation = await findConversation(ctx, visitor);
  if (!conversation || conversation.tags.includes(WANTS_A_PERSON)) return;
  await ctx.tx
    .update(conversations)
    .set({ tags: sql`array_append(${conversations.tags}, ${WANTS_A_PERSON})` })
    .where(eq(conversations.id, conversation.id));
  await recordAudit(ctx, { action: 'conversation.person_asked_for', subject: conversation.id, data: {} });
}

/** They have seen what was answered: the desk reads it as any channel's receipt. */
export async function markVisitRead(ctx: Ctx, visitor: Visitor): Promise<void> {
  const conversation = await findConversation(ctx, visitor);
  if (!conversation) return;
  const unread = await ctx.tx
    .select({ id: messages.id })
    .from(answers)
    .innerJoin(messages, eq(messages.campaignId, answers.campaignId))
    .where(
      and(eq(answers.conversationId, conversation.id), inArray(messages.status, ['submitted', 'delivered'])),
    );
  for (const { id } of unread)
    await recordReceipt(ctx, { messageId: id, kind: 'read', externalId: `panel-read-${id}`, at: ctx.now });
}
