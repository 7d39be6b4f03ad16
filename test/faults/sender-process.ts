// A sending process of its own: `node sender-process.ts '<json>'` runs one tick against the database it is given,
// hands every message to the sink, and kills itself or its database where it is told to.
import { z } from 'zod';
import { dispatchTick } from '../../core/delivery/dispatch-tick.ts';
import { openSenders } from '../../core/delivery/open-senders.ts';
import { openContexts } from '../../core/tenants/workspace.ts';
import { openDatabase } from '../../db/client.ts';
import { TEST_KEYS, TEST_NOW } from '../workspace.ts';
import { killer, killSchema, withKills } from './kill-points.ts';
import { sinkChannel } from './sink-channel.ts';

const given = z
  .object({
    url: z.string().optional(),
    dataFolder: z.string(),
    tenantId: z.string(),
    sink: z.string(),
    batch: z.number(),
    kill: killSchema.optional(),
  })
  .parse(JSON.parse(process.argv[2] ?? ''));

const at = killer(given.kill);
const channel = sinkChannel(given.sink, { beside: at });
const database = await openDatabase({ url: given.url, dataFolder: given.dataFolder });
const within = openContexts({ database, clock: () => new Date(TEST_NOW), keys: TEST_KEYS });
await dispatchTick({
  within: withKills(within, at),
  tenantId: given.tenantId,
  senders: openSenders({ channels: new Map([[channel.key, channel]]), keys: TEST_KEYS }),
  owner: `process ${process.pid}`,
  batch: given.batch,
});
await database.close();
