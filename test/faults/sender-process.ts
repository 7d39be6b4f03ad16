// A sending process of its own: `node sender-process.ts '<json>'` sends what is due in the database it is given, in one
// tick or, with `redisUrl`, as a worker that a queue wakes; hands every message to the sink; and strikes where it is told to.
import { z } from 'zod';
import { type DispatchDeps, dispatchTick } from '../../core/delivery/dispatch-tick.ts';
import { openSenders } from '../../core/delivery/open-senders.ts';
import { openContexts } from '../../core/tenants/workspace.ts';
import { type Database, openDatabase } from '../../db/client.ts';
import { startJobs } from '../../jobs/start-jobs.ts';
import { createLog } from '../../lib/log.ts';
import { TEST_KEYS, TEST_NOW } from '../workspace.ts';
import { striker, strikeSchema, withStrikes } from './kill-points.ts';
import { sinkChannel } from './sink-channel.ts';

const given = z
  .object({
    url: z.string().optional(),
    dataFolder: z.string(),
    tenantId: z.string(),
    sink: z.string(),
    batch: z.number(),
    redisUrl: z.string().optional(),
    strike: strikeSchema.optional(),
  })
  .parse(JSON.parse(process.argv[2] ?? ''));
// So little that the send needs the queue several times; and how soon what the queue lost is looked for.
const [TURN_MS, SWEEP_MS, LOOK_MS] = [15, 300, 25];
// One tick sends all that is due, on a machine that does much else too.
const WHOLE_MS = 100_000;

const at = striker(given.strike);
const channel = sinkChannel(given.sink, { beside: at });
const { tenantId, redisUrl } = given;
const database = await openDatabase({ url: given.url, dataFolder: given.dataFolder });
const within = openContexts({ database, clock: () => new Date(TEST_NOW), keys: TEST_KEYS });
const deps: DispatchDeps = {
  within: withStrikes(within, at),
  tenantId,
  senders: openSenders({ channels: new Map([[channel.key, channel]]), keys: TEST_KEYS }),
  owner: `process ${process.pid}`,
  batch: given.batch,
};
if (redisUrl) await workUntilSent(database, redisUrl);
else await dispatchTick({ ...deps, budgetMs: WHOLE_MS });
await database.close();

async function workUntilSent({ pool }: Database, queue: string): Promise<void> {
  const ticks = {
    listTenants: async () => [tenantId],
    tenant: () => dispatchTick({ ...deps, budgetMs: TURN_MS }),
  };
  const log = createLog('error');
  const jobs = await startJobs({ database, redisUrl: queue, ticks, log, sweepEveryMs: SWEEP_MS });
  const left = `select 1 from messages where tenant_id = $1 and status in ('queued', 'claimed') limit 1`;
  while ((await pool.query(left, [tenantId])).rows.length > 0)
    await new Promise((done) => setTimeout(done, LOOK_MS));
  await jobs.close();
}
