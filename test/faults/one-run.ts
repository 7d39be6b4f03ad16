// One seeded accident: a campaign is being sent, somebody is struck at one of the points, and it goes on.
import { dispatchTick } from '../../core/delivery/dispatch-tick.ts';
import { openSenders } from '../../core/delivery/open-senders.ts';
import { openContexts } from '../../core/tenants/workspace.ts';
import { type Database, openPool, wrapPool } from '../../db/client.ts';
import { deliveryIn } from '../approved-campaign.ts';
import type { PostgresServer } from '../postgres-server.ts';
import { addAccount } from '../recording-channels.ts';
import { startRedis } from '../redis-server.ts';
import { openWorkspaceOn, TEST_KEYS, TEST_NOW } from '../workspace.ts';
import { type Accident, MESSAGES, type Victim } from './accidents.ts';
import type { Strike } from './kill-points.ts';
import { sinkChannel } from './sink-channel.ts';
import { sinkFaultSchema } from './sink-faults.ts';
import { type Provider, startProvider } from './start-provider.ts';
import { startStruck } from './start-struck.ts';

export type Outcome = Accident & {
  /** Whether it came to it: a short send does not reach a late point. */
  isStruck: boolean;
  /** Messages that reached the provider, and how many of them twice. */
  received: number;
  duplicates: number;
  /** Neither at the provider, nor waiting, nor said to be in doubt. */
  lost: number;
  unknown: number;
  /** What a message says that is not so, such as "submitted" of one that never arrived. */
  wrong: number;
};

const BATCH = 2;
// A sender that still runs after so long hangs, however busy the machine is.
const PATIENCE_MS = 300_000;
const SURVIVED: readonly Victim[] = ['provider', 'queue'];

export type World = { server: PostgresServer; url: string };
type Sending = World & { tenantId: string; provider: Provider; accident: Accident };

export async function runAccident(world: World, accident: Accident): Promise<Outcome> {
  const fault = sinkFaultSchema.safeParse({ at: accident.point, nth: accident.nth });
  const provider = await startProvider(fault.data);
  try {
    const tenantId = await prepare(world.url);
    const sending = { ...world, tenantId, provider, accident };
    const isStruck =
      accident.victim === 'queue' ? await sendByQueue(sending) : await sendWithAccident(sending, {});
    await provider.restart();
    await world.server.restart();
    return { ...accident, isStruck, ...(await goOn({ url: world.url, tenantId, provider })) };
  } finally {
    await provider.close();
  }
}

const open = (url: string): Database => wrapPool('postgres', openPool(url, 4));

async function prepare(url: string): Promise<string> {
  const database = open(url);
  const d = await deliveryIn(await openWorkspaceOn(database));
  await d.system((ctx) => addAccount(ctx));
  await d.approve({ count: MESSAGES });
  await database.close();
  return d.tenant.id;
}

type ByQueue = { redisUrl?: string; victim?: Partial<Strike> };

async function sendWithAccident(
  { server, url, tenantId, provider, accident }: Sending,
  { redisUrl, victim }: ByQueue,
): Promise<boolean> {
  const { how, point: at, nth } = accident;
  const whom = { sender: {}, postgres: { pid: server.pid }, provider: { pid: provider.pid }, queue: victim };
  const strike = how === 'faulty' ? undefined : { at, nth, ...whom[accident.victim] };
  const given = { url, dataFolder: '', tenantId, sink: provider.url, batch: BATCH, redisUrl, strike };
  const sender = startStruck('sender-process.ts', given);
  const timer = setTimeout(() => sender.child.kill('SIGKILL'), PATIENCE_MS);
  await sender.ended;
  clearTimeout(timer);
  // Whoever is not struck, and does not lose its database, goes on to its end.
  if (SURVIVED.includes(accident.victim) && sender.child.exitCode !== 0)
    throw new Error(
      `The sender ended with ${sender.child.exitCode ?? sender.child.signalCode}: ${JSON.stringify(accident)}`,
    );
  return sender.isStruck() || provider.isStruck();
}

/** A worker that a queue wakes; one that is killed comes back empty. */
async function sendByQueue(sending: Sending): Promise<boolean> {
  let redis = await startRedis();
  let isOver = false;
  const keep = async (): Promise<void> => {
    await redis.ended;
    if (isOver) return;
    redis = await startRedis(redis.port);
    return keep();
  };
  const keeping = keep();
  const victim = sending.accident.how === 'emptied' ? { emptied: redis.url } : { pid: redis.pid };
  const isStruck = await sendWithAccident(sending, { redisUrl: redis.url, victim });
  isOver = true;
  await redis.stop();
  await keeping;
  return isStruck;
}

type Going = { url: string; tenantId: string; provider: Provider };

/** Leases end, other workers go on, and then the rows are held against what the provider has. */
async function goOn({ url, tenantId, provider }: Going) {
  const database = open(url);
  const within = openContexts({ database, clock: () => new Date(TEST_NOW), keys: TEST_KEYS });
  const channel = sinkChannel(provider.url);
  const senders = openSenders({ channels: new Map([[channel.key, channel]]), keys: TEST_KEYS });
  for (let tick = 0; tick < 3; tick += 1) {
    await database.pool.query(
      `update messages set lease_until = now() - interval '1 s' where status = 'claimed' and tenant_id = $1`,
      [tenantId],
    );
    await database.pool.query('update messages set retry_at = now() where tenant_id = $1', [tenantId]);
    await dispatchTick({ within, tenantId, senders, owner: 'after it' });
  }
  const { rows } = await database.pool.query<{ id: string; status: string }>(
    'select id, status from messages where tenant_id = $1',
    [tenantId],
  );
  await database.close();
  return judge(rows, provider.received());
}

function judge(rows: readonly { id: string; status: string }[], received: readonly string[]) {
  const arrived = new Set(received);
  const unknown = rows.filter(({ status }) => status === 'unknown');
  const sent = rows.filter(({ status }) => status === 'submitted');
  return {
    received: received.length,
    duplicates: received.length - arrived.size,
    lost: MESSAGES - unknown.length - sent.length,
    unknown: unknown.length,
    wrong: sent.filter(({ id }) => !arrived.has(id)).length,
  };
}
