import { inArray } from 'drizzle-orm';
import type { Rendered } from '../../channels/contract.ts';
import { standinDeliveries } from '../../db/schema/index.ts';
import type { Within } from '../context.ts';
import type { Actor } from '../tenants/roles.ts';
import { storableContent } from './storable.ts';

const STANDIN: Actor = { kind: 'system', name: 'stand-in' };

type Delivery = { channel: string; messageId: string; address: string; content: Rendered };

/** The visible outbox as the stand-in providers write it: each message once, by its id. */
export const createStandinStore = (within: Within) => ({
  async accept(tenantId: string, deliveries: readonly Delivery[]): Promise<void> {
    const rows = deliveries.map((delivery) => ({
      ...delivery,
      tenantId,
      content: storableContent(delivery.content),
    }));
    if (rows.length === 0) return;
    await within(tenantId, STANDIN, (ctx) =>
      ctx.tx.insert(standinDeliveries).values(rows).onConflictDoNothing(),
    );
  },

  async find(tenantId: string, messageIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (messageIds.length === 0) return new Set();
    const rows = await within(tenantId, STANDIN, (ctx) =>
      ctx.tx
        .select({ messageId: standinDeliveries.messageId })
        .from(standinDeliveries)
        .where(inArray(standinDeliveries.messageId, [...messageIds])),
    );
    return new Set(rows.map(({ messageId }) => messageId));
  },
});
