// One worker of many: `node smtp-worker.ts '{ url, tenantId, smtp, owner }'` says that it is there, begins when it is told to, and
// says how many it sent.
import { once } from 'node:events';
import { createEmail } from '../../channels/email/index.ts';
import { dispatchTick } from '../../core/delivery/dispatch-tick.ts';
import { openSenders } from '../../core/delivery/open-senders.ts';
import { openContexts } from '../../core/tenants/workspace.ts';
import { openDatabase } from '../../db/client.ts';
import { memoryStandinStore } from '../../test/memory-standin-store.ts';
import { TEST_KEYS, TEST_NOW } from '../../test/workspace.ts';

const { url, tenantId } = JSON.parse(process.argv[2] ?? '{}') as { url: string; tenantId: string };
const database = await openDatabase({ url, dataFolder: '' });
const channel = createEmail(memoryStandinStore());
const senders = openSenders({ channels: new Map([[channel.key, channel]]), keys: TEST_KEYS });
const within = openContexts({ database, clock: () => new Date(TEST_NOW), keys: TEST_KEYS });
console.log('ready');
process.stdin.on('end', () => process.exit());
for (;;) {
  await once(process.stdin, 'data');
  const owner = `process ${process.pid}`;
  const { outcomes } = await dispatchTick({ within, tenantId, senders, owner, budgetMs: 600_000 });
  console.log(outcomes.submitted ?? 0);
}
