// One seeded accident: a campaign is being sent, somebody is killed at one of the kill points, and it goes on.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { dispatchTick } from '../../core/delivery/dispatch-tick.ts';
import { openSenders } from '../../core/delivery/open-senders.ts';
import { openContexts } from '../../core/tenants/workspace.ts';
import { type Database, openPool, wrapPool } from '../../db/client.ts';
import { createRandom } from '../../db/seed/random.ts';
import { deliveryIn } from '../approved-campaign.ts';
import type { PostgresServer } from '../postgres-server.ts';
import { addAccount } from '../recording-channels.ts';
import { openWorkspaceOn, TEST_KEYS, TEST_NOW } from '../workspace.ts';
import { type Kill, POINTS, type Point } from './kill-points.ts';
import { openSink, type Sink } from './sink.ts';
import { sinkChannel } from './sink-channel.ts';

export const VICTIMS = ['sender', 'postgres', 'provider'] as const;
export type Accident = { victim: (typeof VICTIMS)[number]; point: Point | 'lost' | 'silent'; nth: number };
export type Outcome = Accident & {
  /** Whether it came to the kill: a short send does not reach a late point. */
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

const MESSAGES = 6;
const BATCH = 2;
// The beginning, expired approvals, a claim, three that record one batch and claim the next, the end.
const TRANSACTIONS = 7;
const PROCESS = join(import.meta.dirname, 'sender-process.ts');

/** Every kill point of every victim in turn; the seed says at which message or transaction. */
export function accidentOf(seed: number): Accident {
  const kinds = [
    ...POINTS.map((point) => ({ victim: 'sender' as const, point })),
    ...POINTS.map((point) => ({ victim: 'postgres' as const, point })),
    ...(['lost', 'silent'] as const).map((point) => ({ victim: 'provider' as const, point })),
  ];
  const kind = kinds[seed % kinds.length]!;
  const isAboutMessages = ['send', 'answered', 'lost', 'silent'].includes(kind.point);
  return { ...kind, nth: createRandom(seed).int(1, isAboutMessages ? MESSAGES : TRANSACTIONS) };
}

type World = { server: PostgresServer; url: string };

export async function runAccident(world: World, accident: Accident): Promise<Outcome> {
  const sink = await openSink();
  try {
    const tenantId = await prepare(world.url);
    const isStruck = await sendWithAccident({ ...world, tenantId, sink, accident });
    return { ...accident, isStruck, ...(await goOn({ url: world.url, tenantId, sink })) };
  } finally {
    await sink.close();
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

type Sending = World & { tenantId: string; sink: Sink; accident: Accident };

async function sendWithAccident({ server, url, tenantId, sink, accident }: Sending): Promise<boolean> {
  const { victim, point, nth } = accident;
  let kill: Kill | undefined;
  let seen = 0;
  if (point === 'lost' || point === 'silent') {
    sink.state.onMessage = async () => (++seen === nth ? point : undefined);
  } else kill = { at: point, nth, ...(victim === 'postgres' ? { pid: server.pid } : {}) };
  const given = { url, dataFolder: '', tenantId, sink: sink.url, batch: BATCH, kill };
  const child = spawn(process.execPath, [PROCESS, JSON.stringify(given)], { stdio: 'ignore' });
  const [code] = await once(child, 'exit');
  sink.state.onMessage = async () => {};
  await server.restart();
  return code !== 0 || seen >= nth;
}

type Going = { url: string; tenantId: string; sink: Sink };

/** Leases end, other workers go on, and then the rows are held against what the provider has. */
async function goOn({ url, tenantId, sink }: Going) {
  const database = open(url);
  const within = openContexts({ database, clock: () => new Date(TEST_NOW), keys: TEST_KEYS });
  const channel = sinkChannel(sink.url);
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
  return judge(rows, sink.received);
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
