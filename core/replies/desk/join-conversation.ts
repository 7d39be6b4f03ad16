import { sql } from 'drizzle-orm';
import { conversations } from '../../../db/schema/index.ts';
import type { Ctx } from '../../context.ts';
import type { Matched } from '../match-reply.ts';

type Joining = {
  channel: string;
  addressHash: string;
  matched: Pick<Matched, 'contactId' | 'customerId'>;
  receivedAt: Date;
  /** Written by a machine: nobody waits for an answer. */
  isAutomatic: boolean;
};

/**
 * The conversation that a message belongs to: all with one address on one channel is one. A person's message opens it
 * again, wakes it if it was snoozed, and waits for an answer from then on.
 */
export async function joinConversation(ctx: Ctx, input: Joining): Promise<string> {
  const { channel, addressHash, matched, receivedAt, isAutomatic } = input;
  const { contactId, customerId } = matched;
  const wakes = isAutomatic
    ? {}
    : {
        status: 'open' as const,
        snoozedUntil: null,
        waitingSince: sql`coalesce(${conversations.waitingSince}, ${receivedAt})`,
      };
  const [row] = await ctx.tx
    .insert(conversations)
    .values({
      tenantId: ctx.tenant.id,
      ...{ channel, addressHash, contactId, customerId },
      waitingSince: isAutomatic ? null : receivedAt,
      lastReceivedAt: receivedAt,
      createdAt: ctx.now,
    })
    .onConflictDoUpdate({
      target: [conversations.tenantId, conversations.channel, conversations.addressHash],
      set: {
        lastReceivedAt: sql`greatest(${conversations.lastReceivedAt}, ${receivedAt})`,
        contactId: sql`coalesce(${contactId}::uuid, ${conversations.contactId})`,
        customerId: sql`coalesce(${customerId}::uuid, ${conversations.customerId})`,
        ...wakes,
      },
    })
    .returning({ id: conversations.id });
  return row!.id;
}
