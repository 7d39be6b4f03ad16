import { sql } from 'drizzle-orm';
import { listRows } from '../../../db/queries/bulk-rows.ts';
import { conversations } from '../../../db/schema/index.ts';
import { newId } from '../../../lib/ids.ts';
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
    .map((one) => ({ id: newId(), ...one, tenantId: ctx.tenant.id, createdAt: ctx.now }));
  const { list, source } = listRows(conversations, values);
  const { rows } = await ctx.tx.execute<{ id: string; channel: string; addressHash: string }>(sql`
    insert into conversations as old (${list()}) select ${list()} from ${source}
    on conflict (tenant_id, channel, address_hash) do update set
      last_received_at = greatest(old.last_received_at, excluded.last_received_at),
      contact_id = coalesce(excluded.contact_id, old.contact_id),
      customer_id = coalesce(excluded.customer_id, old.customer_id),
      waiting_since = coalesce(old.waiting_since, excluded.waiting_since),
      status = case when excluded.waiting_since is null then old.status else 'open' end,
      snoozed_until = case when excluded.waiting_since is null then old.snoozed_until end
    returning id, channel, address_hash as "addressHash"`);
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
