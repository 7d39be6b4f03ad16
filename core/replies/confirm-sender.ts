import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { addresses, contacts, conversations, customers, replies } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { isId } from '../../lib/ids.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demandSignedIn } from '../tenants/demand-signed-in.ts';
import { demand } from '../tenants/roles.ts';

export const candidateRow = z.object({
  contactId: z.uuid(),
  contact: z.string().nullable(),
  customerId: z.uuid(),
  customer: z.string(),
});

/** Who may have written a message: those who share its address. Throws `reply:unknown`. */
export async function listCandidates(
  ctx: Ctx,
  { replyId }: { replyId: string },
): Promise<z.infer<typeof candidateRow>[]> {
  demand(ctx.actor, 'read');
  const { match } = await findReply(ctx, replyId);
  const ids = match.candidates.map(({ contactId }) => contactId);
  if (ids.length === 0) return [];
  return ctx.tx
    .select({
      contactId: contacts.id,
      contact: contacts.name,
      customerId: customers.id,
      customer: customers.name,
    })
    .from(contacts)
    .innerJoin(customers, eq(customers.id, contacts.customerId))
    .where(inArray(contacts.id, ids))
    .orderBy(asc(customers.name), asc(contacts.id));
}

/**
 * A signed-in person says which of several wrote it, or to whom they gave the address since; the conversation is theirs from then on, where nobody was known.
 * Throws `reply:unknown`, `reply:state` for somebody who does not have the address, `auth:forbidden`.
 */
export async function confirmSender(
  ctx: Ctx,
  { replyId, contactId }: { replyId: string; contactId: string },
): Promise<void> {
  demand(ctx.actor, 'reply');
  demandSignedIn(ctx.actor);
  const reply = await findReply(ctx, replyId);
  const chosen =
    reply.match.candidates.find((one) => one.contactId === contactId) ??
    (await hasAddressNow(ctx, reply, contactId));
  if (!chosen)
    throw new AppError('reply:state', 'This contact does not have the address that it came from.', {
      nextStep: 'Choose one of those who do.',
      where: { contactId },
    });
  const { customerId } = chosen;
  await ctx.tx
    .update(replies)
    .set({ contactId, customerId, match: { ...reply.match, contact: 'person' } })
    .where(eq(replies.id, replyId));
  if (reply.conversationId)
    await ctx.tx
      .update(conversations)
      .set({ contactId, customerId })
      .where(and(eq(conversations.id, reply.conversationId), isNull(conversations.contactId)));
  await recordAudit(ctx, {
    action: 'reply.sender_confirmed',
    subject: replyId,
    data: { contactId, customerId },
  });
}

/** Somebody to whom a person has given the address since the message came. */
async function hasAddressNow(ctx: Ctx, { addressHash }: { addressHash: string }, contactId: string) {
  const [row] = await ctx.tx
    .select({ contactId: contacts.id, customerId: contacts.customerId })
    .from(addresses)
    .innerJoin(contacts, eq(contacts.id, addresses.contactId))
    .where(and(eq(addresses.hash, addressHash), eq(contacts.id, contactId)));
  return row;
}

async function findReply(ctx: Ctx, replyId: string): Promise<typeof replies.$inferSelect> {
  const [row] = isId(replyId) ? await ctx.tx.select().from(replies).where(eq(replies.id, replyId)) : [];
  if (!row) throw new AppError('reply:unknown', 'There is no such reply.');
  return row;
}
