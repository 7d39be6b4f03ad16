import { sql } from 'drizzle-orm';
import { conversations } from '../../../db/schema/index.ts';
import type { Ctx } from '../../context.ts';
import type { Matched } from '../match-replies.ts';

type Joining = {
  channel: string;
  addressHash: string;
  matched: Pick<Matched, 'contactId' | 'customerId'>;
  receivedAt: Date;
  /** Written by a machine: nobody waits for an answer. */
  isAutomatic: boolean;
};

/**
 * The conversation that each message belongs to: all with one address on one channel is one. A person's message opens it
 * again, wakes it if it was snoozed, and waits for an answer from then on.
 */
export async function joinConversations(ctx: Ctx, told: readonly Joining[]): Promise<string[]> {
  if (told.length === 0) return [];
  const together = [...Map.groupBy(told, placeOf).values()].map(asOne);
  // Always in the same order: two processes that take in messages of the same people must not wait for each other.
  const values = together
    .toSorted((a, b) => (a.addressHash < b.addressHash ? -1 : 1))
    .map((one) => ({ ...one, tenantId: ctx.tenant.id, createdAt: ctx.now }));
  const { lastReceivedAt, contactId, customerId, waitingSince, status, snoozedUntil } = conversations;
  const rows = await ctx.tx
    .insert(conversations)
    .values(values)
    .onConflictDoUpdate({
      target: [conversations.tenantId, conversations.channel, conversations.addressHash],
      set: {
        lastReceivedAt: sql`greatest(${lastReceivedAt}, excluded.last_received_at)`,
        contactId: sql`coalesce(excluded.contact_id, ${contactId})`,
        customerId: sql`coalesce(excluded.customer_id, ${customerId})`,
        waitingSince: sql`coalesce(${waitingSince}, excluded.waiting_since)`,
        status: sql`case when excluded.waiting_since is null then ${status} else 'open' end`,
        snoozedUntil: sql`case when excluded.waiting_since is null then ${snoozedUntil} end`,
      },
    })
    .returning({
      id: conversations.id,
      channel: conversations.channel,
      addressHash: conversations.addressHash,
    });
  const ids = new Map(rows.map((row) => [placeOf(row), row.id]));
  return told.map((one) => ids.get(placeOf(one))!);
}

const placeOf = ({ channel, addressHash }: Pick<Joining, 'channel' | 'addressHash'>) =>
  `${channel} ${addressHash}`;

/** What several messages of one place come to, as if they had joined one after the other. */
function asOne(told: readonly Joining[]) {
  const { channel, addressHash } = told[0]!;
  const latest = <K extends 'contactId' | 'customerId'>(key: K) =>
    told.findLast(({ matched }) => matched[key] !== null)?.matched[key] ?? null;
  return {
    ...{ channel, addressHash, contactId: latest('contactId'), customerId: latest('customerId') },
    waitingSince: told.find(({ isAutomatic }) => !isAutomatic)?.receivedAt ?? null,
    lastReceivedAt: new Date(Math.max(...told.map(({ receivedAt }) => receivedAt.getTime()))),
  };
}
