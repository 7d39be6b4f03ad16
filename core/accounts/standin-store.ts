import { inArray } from 'drizzle-orm';
import type { Outgoing } from '../../channels/contract.ts';
import { standinDeliveries } from '../../db/schema/index.ts';
import type { Within } from '../context.ts';
import type { Actor } from '../tenants/roles.ts';

const STANDIN: Actor = { kind: 'system', name: 'stand-in' };

/** The visible outbox as the stand-in providers write it: each message once, by its id. */
export const createStandinStore = (within: Within) => ({
  async accept(messages: readonly (Outgoing & { channel: string })[]): Promise<void> {
    for (const [tenantId, own] of Map.groupBy(messages, (message) => message.tenantId)) {
      const rows = own.map(({ channel, messageId, to, content }) => ({
        tenantId,
        channel,
        messageId,
        address: to,
        content,
      }));
      await within(tenantId, STANDIN, (ctx) =>
        ctx.tx.insert(standinDeliveries).values(rows).onConflictDoNothing(),
      );
    }
  },

  async find(tenantId: string, messageIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await within(tenantId, STANDIN, (ctx) =>
      ctx.tx
        .select({ messageId: standinDeliveries.messageId })
        .from(standinDeliveries)
        .where(inArray(standinDeliveries.messageId, [...messageIds])),
    );
    return new Set(rows.map(({ messageId }) => messageId));
  },
});
