import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { contracts, conversationNotes, conversations, replies, users } from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import { personOf } from '../../access/person-of.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Ctx } from '../../context.ts';
import { can, demand } from '../../tenants/roles.ts';
import { demandDecided } from '../mark-reply.ts';
import { layPenDown } from './check-answer.ts';
import { type Conversation, lockConversation } from './find-conversation.ts';

export const conversationChange = z.strictObject({
  /** Null: nobody. */
  assignedTo: z.uuid().nullable().optional(),
  /** Out of sight until then; null: at once in sight again. */
  snoozedUntil: z.iso.datetime({ offset: true }).nullable().optional(),
  status: z.enum(['open', 'closed']).optional(),
  /** Which contract of the customer's it is about; null: none. */
  contractId: z.uuid().nullable().optional(),
  /** All of them, as they shall be. */
  tags: z.array(z.string().trim().min(1).max(40)).max(20).optional(),
});
export type ConversationChange = z.infer<typeof conversationChange>;

/**
 * Hands a conversation over, puts it away for a while, closes or opens it, names it. A closed one waits for nothing,
 * and what came in is done.
 * Throws `conversation:unknown`, `user:unknown`, `input:invalid` for a time that is past and for whoever may not answer,
 * `reply:state` while it is open whether somebody in it asked for no more messages.
 */
export async function changeConversation(
  ctx: Ctx,
  { conversationId, ...change }: ConversationChange & { conversationId: string },
): Promise<Conversation> {
  demand(ctx.actor, 'reply');
  const before = await lockConversation(ctx, conversationId);
  const { assignedTo, snoozedUntil, status, tags, contractId } = change;
  if (assignedTo) await demandColleague(ctx, assignedTo);
  if (contractId) await demandOwnContract(ctx, { contractId, customerId: before.customerId });
  if (status === 'closed') await demandDecided(ctx, eq(replies.conversationId, before.id));
  const until = typeof snoozedUntil === 'string' ? new Date(snoozedUntil) : snoozedUntil;
  if (until && until <= ctx.now)
    throw new AppError('input:invalid', 'That time is past.', { where: { field: 'snoozedUntil' } });
  const [after] = await ctx.tx
    .update(conversations)
    .set({
      id: before.id,
      ...(assignedTo === undefined ? {} : { assignedTo }),
      ...(until === undefined ? {} : { snoozedUntil: until }),
      ...(contractId === undefined ? {} : { contractId }),
      ...(tags ? { tags: [...new Set(tags)] } : {}),
      ...(status ? { status } : {}),
      ...(status === 'closed' ? { waitingSince: null, snoozedUntil: null } : {}),
    })
    .where(eq(conversations.id, before.id))
    .returning();
  if (status === 'closed')
    await ctx.tx.update(replies).set({ status: 'done' }).where(eq(replies.conversationId, before.id));
  await recordAudit(ctx, { action: 'conversation.changed', subject: before.id, data: { ...change } });
  return after!;
}

/** Of the customer that the conversation is with, and of no other. */
async function demandOwnContract(
  ctx: Ctx,
  { contractId, customerId }: { contractId: string; customerId: string | null },
): Promise<void> {
  const [row] = await ctx.tx
    .select({ customerId: contracts.customerId })
    .from(contracts)
    .where(eq(contracts.id, contractId));
  if (row && row.customerId === customerId) return;
  throw new AppError('input:invalid', 'That is no contract of the customer who writes here.', {
    where: { field: 'contractId' },
  });
}

async function demandColleague(ctx: Ctx, userId: string): Promise<void> {
  const [row] = await ctx.tx.select().from(users).where(eq(users.id, userId));
  if (!row) throw new AppError('user:unknown', 'There is no such person in the workspace.');
  if (!row.disabledAt && can(personOf(row, 'console'), 'reply')) return;
  throw new AppError('input:invalid', `${row.name} does not answer customers here.`, {
    nextStep: 'Hand it to somebody who may, or to nobody.',
    where: { field: 'assignedTo' },
  });
}

/** What colleagues should know; it is never sent. */
export async function addConversationNote(
  ctx: Ctx,
  { conversationId, text }: { conversationId: string; text: string },
): Promise<{ noteId: string }> {
  demand(ctx.actor, 'reply');
  const { id } = await lockConversation(ctx, conversationId);
  const [row] = await ctx.tx
    .insert(conversationNotes)
    .values({
      tenantId: ctx.tenant.id,
      conversationId: id,
      text,
      createdBy: ctx.actor.kind === 'person' ? ctx.actor.userId : null,
      createdAt: ctx.now,
    })
    .returning({ id: conversationNotes.id });
  await recordAudit(ctx, { action: 'conversation.noted', subject: id, data: { noteId: row!.id } });
  return { noteId: row!.id };
}

// Longer than it takes to write a few lines between two signs of life of the page.
const PEN_MS = 2 * 60_000;

/**
 * Says that the person is writing, or writes no more; answers who else is, when somebody holds the pen already. Nobody
 * lays down what a colleague holds.
 */
export async function takePen(
  ctx: Ctx,
  { conversationId, isWriting = true }: { conversationId: string; isWriting?: boolean | undefined },
): Promise<{ heldBy: string | null }> {
  demand(ctx.actor, 'reply');
  const { id, penHolder, penUntil } = await lockConversation(ctx, conversationId);
  const own = ctx.actor.kind === 'person' ? ctx.actor.userId : null;
  if (penHolder && penHolder !== own && penUntil && penUntil > ctx.now) {
    const [holder] = await ctx.tx.select({ name: users.name }).from(users).where(eq(users.id, penHolder));
    return { heldBy: holder?.name ?? 'a colleague' };
  }
  if (!isWriting) {
    await layPenDown(ctx, id);
    return { heldBy: null };
  }
  await ctx.tx
    .update(conversations)
    .set({ penHolder: own, penUntil: new Date(ctx.now.getTime() + PEN_MS) })
    .where(eq(conversations.id, id));
  return { heldBy: null };
}
