// Ten thousand messages told several times and out of order to a process that keeps dying: whether each is there once.
import { setTimeout as pause } from 'node:timers/promises';
import { createTriager } from '../../agent/triager.ts';
import { createChannels } from '../../channels/index.ts';
import { createAccount } from '../../core/accounts/create-account.ts';
import { createInboundRunner } from '../../core/inbound/inbound-runner.ts';
import { reading } from '../../core/replies/reading.ts';
import { openContexts } from '../../core/tenants/workspace.ts';
import { openPool, wrapPool } from '../../db/client.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { createClock } from '../../lib/clock.ts';
import { createLog } from '../../lib/log.ts';
import { normaliserOf } from '../../routes/normaliser.ts';
import { buildServer } from '../../routes/server.ts';
import { deliveriesOf, dyingWithin, randomOf } from '../../test/flood-inbound.ts';
import { fromMeta, META_ACCOUNT, says, signedByMeta } from '../../test/vendors/meta.ts';
import { openWorkspaceOn, TEST_KEYS } from '../../test/workspace.ts';

/** A provider has no more connections to us than that: a machine that cannot keep up is told more slowly. */
const AT_ONCE = 64;
/** Of all transactions, once for each way to die. */
const DYING = 0.02;

/** As fast as it is taken. `isEachOnce` is the answer. */
export async function tellDying({ url, count }: { url: string; count: number }) {
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
  const inbound = createInboundRunner({
    ...{ within, channels, surfaces: new Map(), normalise: normaliserOf(channels), triager },
    ...{ hand: async () => {}, wake: () => {}, log: createLog('silent') },
  });
  const app = buildServer({
    ...{ database, within, keys: TEST_KEYS, clock: createClock(undefined), log: createLog('silent') },
    ...{
      channels,
      surfaces: new Map(),
      triager,
      inbound,
      agent: { async *ask() {}, report: async () => {} },
    },
    surfaceRunner: { find: async () => null, receive: async () => null, receiveDiverted: async () => {} },
    ...{ imports: { run: () => {} }, wake: () => {}, baseUrl: 'http://127.0.0.1' },
    requestsPerMinute: Number.MAX_SAFE_INTEGER,
  });
  let isOver = false;
  // As the sweep does: whatever died is gone on with.
  const reader = async () => {
    while (!isOver) {
      await inbound.takeIn(ws.tenant.id).catch(() => 0);
      const { isLeft } = await inbound.read(ws.tenant.id).catch(() => ({ isLeft: false }));
      if (!isLeft) await pause(20);
    }
  };
  const stillReading = reader();

  let retold = 0;
  const told = deliveriesOf(count, random);
  const waiting = told.values();
  const tell = async () => {
    for (const { at, from, text } of waiting) {
      const { payload, headers } = signedByMeta(fromMeta(from, says(text), `wamid.${at}`));
      const url = `/webhooks/${ws.tenant.id}/${accountId}`;
      while ((await app.inject({ method: 'POST', url, headers, payload })).statusCode !== 200) retold += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, tell));
  const countOf = async (what: string) =>
    Number((await database.pool.query<{ n: string }>(`select count(${what}) as n from replies`)).rows[0]!.n);
  const isAnyKept = async () =>
    (await database.pool.query('select 1 from inbound_events limit 1')).rows.length > 0;
  for (
    const until = Date.now() + 120_000;
    Date.now() < until && ((await isAnyKept()) || (await countOf('*')) > (await countOf('triaged_at')));
  )
    await pause(100);
  isOver = true;
  await stillReading;
  const [kept, distinct, read] = [
    await countOf('*'),
    await countOf('distinct external_id'),
    await countOf('triaged_at'),
  ];
  const audited = await database.pool.query<{ action: string; n: string }>(
    `select action, count(distinct subject) || '/' || count(*) as n from audit_events
     where action in ('reply.received', 'reply.triaged') group by action order by action`,
  );
  await app.close();
  await inbound.close();
  await ws.close();
  return {
    ...{ messages: count, deliveries: told.length, retold, kept, distinct, read },
    audited: Object.fromEntries(audited.rows.map(({ action, n }) => [action, n])),
    isEachOnce:
      [kept, distinct, read].every((n) => n === count) &&
      audited.rows.every(({ n }) => n === `${count}/${count}`),
  };
}
