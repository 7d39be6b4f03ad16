import { inArray } from 'drizzle-orm';
import type { Rendered } from '../../channels/contract.ts';
import { shelfMessages } from '../../db/schema/index.ts';
import { storableContent } from '../accounts/storable.ts';
import { addressHash } from '../consent/address-hash.ts';
import type { Within } from '../context.ts';
import type { Actor } from '../tenants/roles.ts';

const SHELF: Actor = { kind: 'system', name: 'shelf' };

type Delivery = { channel: string; messageId: string; address: string; content: Rendered };

/** Where the channels that somebody fetches from keep their messages: each once, by its id. */
export const createShelfStore = (within: Within) => ({
  async accept(tenantId: string, deliveries: readonly Delivery[]): Promise<void> {
    if (deliveries.length === 0) return;
    await within(tenantId, SHELF, (ctx) => {
      const rows = deliveries.map((one) => ({
        ...{ ...one, tenantId, content: storableContent(one.content) },
        addressHash: addressHash(ctx.keys, one.address),
      }));
      return ctx.tx.insert(shelfMessages).values(rows).onConflictDoNothing();
    });
  },

  async find(tenantId: string, messageIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (messageIds.length === 0) return new Set();
    const rows = await within(tenantId, SHELF, (ctx) =>
      ctx.tx
        .select({ messageId: shelfMessages.messageId })
        .from(shelfMessages)
        .where(inArray(shelfMessages.messageId, [...messageIds])),
    );
    return new Set(rows.map(({ messageId }) => messageId));
  },
});
