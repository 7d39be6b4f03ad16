// A sending process of its own: `node sender-process.ts '<json>'` runs one tick against the database it is given, and
// hands every message to the sink.
import { z } from 'zod';
import type { Channel } from '../../channels/contract.ts';
import { dispatchTick } from '../../core/delivery/dispatch-tick.ts';
import { openSenders } from '../../core/delivery/open-senders.ts';
import { openContexts } from '../../core/tenants/workspace.ts';
import { openDatabase } from '../../db/client.ts';
import { TEST_KEYS, TEST_NOW } from '../workspace.ts';

const given = z
  .object({
    url: z.string().optional(),
    dataFolder: z.string(),
    tenantId: z.string(),
    sink: z.string(),
    batch: z.number(),
  })
  .parse(JSON.parse(process.argv[2] ?? ''));

const channel: Channel = {
  key: 'email',
  label: 'e-mail',
  capabilities: { maxTextLength: 4000, hasSubject: true, hasHtml: true, receipts: [], isIdempotent: false },
  normalise: (address) => address,
  providers: {
    test: {
      key: 'test',
      settings: z.unknown(),
      defaultLimits: [],
      open: () => ({
        close: async () => {},
        send: async (messages) => {
          const results = [];
          for (const { messageId } of messages) {
            const response = await fetch(given.sink, { method: 'POST', body: JSON.stringify({ messageId }) });
            const { providerId } = z.object({ providerId: z.string() }).parse(await response.json());
            results.push({ outcome: 'submitted' as const, providerId });
          }
          return results;
        },
      }),
    },
  },
};

const database = await openDatabase({ url: given.url, dataFolder: given.dataFolder });
await dispatchTick({
  within: openContexts({ database, clock: () => new Date(TEST_NOW), keys: TEST_KEYS }),
  tenantId: given.tenantId,
  senders: openSenders({ channels: new Map([['email', channel]]), keys: TEST_KEYS }),
  owner: `process ${process.pid}`,
  batch: given.batch,
});
await database.close();
