// What customers write, by signed webhooks over HTTP at a steady rate, told several times and out of order, while what
// takes it in keeps dying: how soon it is acknowledged and read, and whether each is there once.
import { setTimeout as pause } from 'node:timers/promises';
import Fastify from 'fastify';
import { createTriager } from '../agent/triager.ts';
import { createChannels } from '../channels/index.ts';
import { createAccount } from '../core/accounts/create-account.ts';
import { reading } from '../core/replies/reading.ts';
import { triageTick } from '../core/replies/triage-reply.ts';
import { openContexts } from '../core/tenants/workspace.ts';
import { openPool, wrapPool } from '../db/client.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { createClock } from '../lib/clock.ts';
import { newId } from '../lib/ids.ts';
import { createLog } from '../lib/log.ts';
import { buildServer } from '../routes/server.ts';
import { createPostgresDatabase } from '../test/database.ts';
import { deliveriesOf, dyingWithin, randomOf } from '../test/flood-inbound.ts';
import { startPostgres } from '../test/postgres-server.ts';
import { fromMeta, META_ACCOUNT, says, signedByMeta } from '../test/vendors/meta.ts';
import { openWorkspaceOn, TEST_KEYS } from '../test/workspace.ts';
import { quantile, tenths } from './audience/measure.ts';
import type { Bench } from './run.ts';

const RATE = 200;
/** A provider has no more connections to us than that: a machine that cannot keep up is told more slowly. */
const AT_ONCE = 64;
/** Of all transactions, once for each way to die. */
const DYING = 0.02;

/** `--rows` messages (10,000), about twice as many deliveries at 200 a second; a tenth of it with `--quick`. */
export const bench: Bench = async ({ rows = 10_000, quick }) => {
  const count = quick ? Math.ceil(rows / 10) : rows;
  const postgres = await startPostgres(['fsync=on', 'synchronous_commit=on', 'max_wal_size=4GB']);
  if (!postgres) throw new Error('This needs Postgres.');
  const { url } = await createPostgresDatabase(postgres.url);
  const database = wrapPool('postgres', openPool(url, 8));
  await migrateDatabase(database);
  const ws = await openWorkspaceOn(database);
  const random = randomOf(7);
  const safe = openContexts({ database, clock: createClock(undefined), keys: TEST_KEYS });
  const within = dyingWithin(safe, { random, share: DYING });
  const channels = createChannels({ store: { accept: async () => {}, find: async () => new Set() } });
  const { id: accountId } = await ws.system((ctx) =>
    createAccount(ctx, {
      ...{ channels, channel: 'whatsapp', provider: 'cloud-api', name: 'W', settings: META_ACCOUNT },
    }),
  );
  const triager = createTriager(reading);
  const app = buildServer({
    ...{ database, within, keys: TEST_KEYS, clock: createClock(undefined), log: createLog('silent') },
    ...{ channels, surfaces: new Map(), triager, agent: { async *ask() {}, report: async () => {} } },
    surfaceRunner: { find: async () => null, receive: async () => {}, receiveDiverted: async () => {} },
    ...{ imports: { run: () => {} }, wake: () => {}, baseUrl: 'http://127.0.0.1' },
    requestsPerMinute: Number.MAX_SAFE_INTEGER,
  });
  // The floor: the same request to the same kind of server, which keeps its bytes in one row and answers.
  const bare = Fastify();
  await database.pool.query('create table bare (id uuid primary key, body text)');
  bare.post('/', async (request) => {
    await database.pool.query('insert into bare values ($1, $2)', [newId(), JSON.stringify(request.body)]);
    return {};
  });
  const base = await app.listen({ host: '127.0.0.1', port: 0 });
  const floor = await bare.listen({ host: '127.0.0.1', port: 0 });

  let isOver = false;
  const reader = async () => {
    while (!isOver) {
      const { left } = await triageTick({ within, tenantId: ws.tenant.id, triager }).catch(() => ({
        left: false,
      }));
      if (!left) await pause(20);
    }
  };
  const readers = [reader()];

  const [acknowledged, floors]: number[][] = [[], []];
  let retold = 0;
  const timed = async (to: string, request: ReturnType<typeof signedByMeta>): Promise<[number, number]> => {
    const begun = performance.now();
    const { payload: body, headers } = request;
    const answer = await fetch(to, { method: 'POST', body, headers });
    await answer.arrayBuffer();
    return [answer.status, performance.now() - begun];
  };
  const tell = async ({ at, from, text }: ReturnType<typeof deliveriesOf>[number]) => {
    const request = signedByMeta(fromMeta(from, says(text), `wamid.${at}`));
    for (;;) {
      const [status, ms] = await timed(`${base}/webhooks/${ws.tenant.id}/${accountId}`, request);
      if (status === 200) {
        acknowledged!.push(ms);
        break;
      }
      retold += 1;
      await pause(50);
    }
    if (at % 10 === 0) floors!.push((await timed(floor, request))[1]);
  };

  const told = deliveriesOf(count, random);
  const begun = performance.now();
  const running: Promise<void>[] = [];
  let open = 0;
  for (const [at, one] of told.entries()) {
    const due = begun + (at / RATE) * 1000 - performance.now();
    if (due > 0) await pause(due);
    while (open >= AT_ONCE) await pause(1);
    open += 1;
    running.push(
      tell(one).finally(() => {
        open -= 1;
      }),
    );
  }
  await Promise.all(running);
  const seconds = (performance.now() - begun) / 1000;
  const unread = async () =>
    Number(
      (await database.pool.query('select count(*) as n from replies where triaged_at is null')).rows[0].n,
    );
  for (const until = Date.now() + 120_000; Date.now() < until && (await unread()) > 0; ) await pause(100);
  isOver = true;
  await Promise.all(readers);

  const { rows: kept } = await database.pool.query<{ all: string; once: string; read: string; p95: number }>(`
    select count(*) as all, count(distinct external_id) as once, count(triaged_at) as read,
      percentile_cont(0.95) within group (order by extract(epoch from triaged_at - created_at) * 1000) as p95
    from replies`);
  await app.close();
  await bare.close();
  await ws.close();
  await postgres.stop();
  const { all, once, read, p95 } = kept[0]!;
  const [ack, ackFloor] = [quantile(acknowledged!, 0.95), quantile(floors!, 0.95)];
  return {
    title:
      'Messages of customers at 200 deliveries a second, with duplicates, out of order, 4 % of all transactions dying',
    rows: [
      { what: 'webhook → acknowledged', 'p95 ms': tenths(ack) },
      { what: 'a bare insert by HTTP', 'p95 ms': tenths(ackFloor) },
      { what: 'kept → read by triage', 'p95 ms': tenths(Number(p95)) },
    ],
    summary: {
      ...{ messages: count, deliveries: told.length, retold, perSecond: Math.round(told.length / seconds) },
      ...{ kept: Number(all), distinct: Number(once), read: Number(read) },
      isEachOnce: Number(all) === count && Number(once) === count && Number(read) === count,
      ratio: tenths(ack / ackFloor),
      node: process.version,
    },
  };
};
