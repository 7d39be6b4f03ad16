import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import {
  answers,
  approvals,
  conversationNotes,
  messages,
  outcomes,
  replies,
  users,
} from '../../../db/schema/index.ts';
import type { Ctx } from '../../context.ts';
import { triageSchema } from '../../ports.ts';
import { demand } from '../../tenants/roles.ts';
import { attachmentsOf } from '../attachments.ts';
import { ownWords } from '../own-words.ts';
import { OUTCOMES } from './confirm-outcome.ts';
import { lockConversation } from './find-conversation.ts';

const at = z.iso.datetime();
export const conversationEntry = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('received'),
    at,
    replyId: z.uuid(),
    /** What they wrote themselves; the whole is kept and shown on demand. */
    text: z.string(),
    isShortened: z.boolean(),
    triage: triageSchema.nullable(),
    outcome: z.enum(OUTCOMES).nullable(),
    attachments: z.array(
      z.object({ id: z.uuid(), name: z.string(), type: z.string(), size: z.int(), isKept: z.boolean() }),
    ),
  }),
  z.object({
    kind: z.literal('answered'),
    at,
    text: z.string(),
    by: z.string().nullable(),
    /** Of the message, or `waiting` while nobody has approved it. */
    status: z.string(),
  }),
  z.object({ kind: z.literal('note'), at, text: z.string(), by: z.string().nullable() }),
]);
export type ConversationEntry = z.infer<typeof conversationEntry>;

/** Everything of one conversation in the order in which it happened. Throws `conversation:unknown`. */
export async function readConversation(
  ctx: Ctx,
  { conversationId }: { conversationId: string },
): Promise<ConversationEntry[]> {
  demand(ctx.actor, 'read');
  const { id } = await lockConversation(ctx, conversationId);
  const entries = [...(await received(ctx, id)), ...(await answered(ctx, id)), ...(await notes(ctx, id))];
  return entries.sort((a, b) => a.at.localeCompare(b.at));
}

async function received(ctx: Ctx, conversationId: string): Promise<ConversationEntry[]> {
  const rows = await ctx.tx
    .select({ reply: replies, outcome: outcomes.kind })
    .from(replies)
    .leftJoin(outcomes, eq(outcomes.replyId, replies.id))
    .where(eq(replies.conversationId, conversationId))
    .orderBy(asc(replies.receivedAt))
    .limit(500);
  const attachments = await attachmentsOf(
    ctx,
    rows.map(({ reply }) => reply.id),
  );
  return rows.map(({ reply, outcome }) => {
    const text = ownWords(reply.body, reply.channel);
    return {
      kind: 'received',
      at: reply.receivedAt.toISOString(),
      replyId: reply.id,
      text,
      isShortened: text.length < reply.body.trim().length,
      triage: reply.triage ? triageSchema.parse(reply.triage) : null,
      outcome,
      attachments: attachments
        .filter(({ replyId }) => replyId === reply.id)
        .map(({ replyId: _, ...one }) => one),
    };
  });
}

async function answered(ctx: Ctx, conversationId: string): Promise<ConversationEntry[]> {
  const rows = await ctx.tx
    .select({ answer: answers, by: users.name, message: messages.status, approval: approvals.status })
    .from(answers)
    .innerJoin(approvals, eq(approvals.id, answers.approvalId))
    .leftJoin(messages, eq(messages.campaignId, answers.campaignId))
    .leftJoin(users, eq(users.id, answers.writtenBy))
    .where(eq(answers.conversationId, conversationId));
  return rows.map(({ answer, by, message, approval }) => ({
    kind: 'answered',
    at: answer.createdAt.toISOString(),
    text: answer.text,
    by,
    status: message ?? (approval === 'requested' ? 'waiting' : approval),
  }));
}

async function notes(ctx: Ctx, conversationId: string): Promise<ConversationEntry[]> {
  const rows = await ctx.tx
    .select({ note: conversationNotes, by: users.name })
    .from(conversationNotes)
    .leftJoin(users, eq(users.id, conversationNotes.createdBy))
    .where(eq(conversationNotes.conversationId, conversationId));
  return rows.map(({ note, by }) => ({
    kind: 'note',
    at: note.createdAt.toISOString(),
    text: note.text,
    by,
  }));
}
