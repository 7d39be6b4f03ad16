// Approved messages claimed, checked, handed over by HTTP and recorded on Postgres, against a bare loop of the same POSTs.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Agent, request } from 'undici';
import { sendEach } from '../channels/call-vendor.ts';
import { dispatchTick } from '../core/delivery/dispatch-tick.ts';
import { openSenders } from '../core/delivery/open-senders.ts';
import { openPool, wrapPool } from '../db/client.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { addPeople, planFor } from '../test/add-campaign.ts';
import { deliveryIn } from '../test/approved-campaign.ts';
import { createPostgresDatabase } from '../test/database.ts';
import { sinkChannel } from '../test/faults/sink-channel.ts';
import { startPostgres } from '../test/postgres-server.ts';
import { addAccount } from '../test/recording-channels.ts';
import { openWorkspaceOn, TEST_KEYS } from '../test/workspace.ts';
import { interleave, median } from './audience/measure.ts';
import type { Bench } from './run.ts';

const AT_ONCE = 16;

/** `--rows` messages a round (2,000), five rounds; a quarter of it in three with `--quick`. */
export const bench: Bench = async ({ rows = 2000, quick }) => {
  const count = quick ? Math.ceil(rows / 4) : rows;
  const postgres = await startPostgres(['fsync=on', 'synchronous_commit=on']);
  if (!postgres) throw new Error('This needs Postgres.');
  const { url } = await createPostgresDatabase(postgres.url);
  const database = wrapPool('postgres', openPool(url, 8));
  await migrateDatabase(database);
  // One person approves here, however many there are.
  const settings = { approval: { secondPersonAboveRecipients: null } };
  const d = await deliveryIn(await openWorkspaceOn(database, { settings }));
  await d.system((ctx) => addAccount(ctx));
  const people = await d.system((ctx) => addPeople(ctx, { count }));
  await database.refreshStatistics();
  const sink = await startSink();
  const channel = sinkChannel(sink.url, { atOnce: AT_ONCE });
  const senders = openSenders({ channels: new Map([[channel.key, channel]]), keys: TEST_KEYS });
  const { within, tenant } = d;

  const approve = () => d.approve({ count: 0, plan: planFor(people) });
  const dispatch = async () => {
    const deps = { within, tenantId: tenant.id, senders, owner: 'bench', budgetMs: 600_000 };
    const { outcomes } = await dispatchTick(deps);
    if (outcomes.submitted !== count) throw new Error(`Not ${count}: ${JSON.stringify(outcomes)}`);
  };
  const bare = async () => {
    const all = people.map((_, at) => JSON.stringify({ messageId: `bare-${at}`, text: 'x'.repeat(80) }));
    await sendEach(all, AT_ONCE, (body) => barePost(sink.url, body));
  };
  // Approving is not measured: every round sends a campaign that was approved before it.
  const rounds = quick ? 3 : 5;
  for (let round = 0; round <= rounds; round += 1) await approve();
  const times = await interleave([bare, one(dispatch, d)], rounds);
  await senders.close();
  sink.stop();
  await d.close();
  await postgres.stop();
  const perSecond = times.map((each) => Math.round((count / median(each)) * 1000));
  const ratio = Math.round((perSecond[1]! / perSecond[0]!) * 100) / 100;
  return {
    title: 'Messages a second: bare POSTs, and the same with claim, checks and record',
    rows: [
      { what: 'bare POST loop', perSecond: perSecond[0]! },
      { what: 'dispatch', perSecond: perSecond[1]! },
    ],
    summary: { ratio, messages: count, rounds, node: process.version },
  };
};

type Delivery = Awaited<ReturnType<typeof deliveryIn>>;

/** One campaign at a time: the others are held back. */
const one = (dispatch: () => Promise<void>, d: Delivery) => async () => {
  await d.meddle(`update campaigns set status = 'paused' where status = 'sending'`);
  await d.meddle(
    `update campaigns set status = 'sending' where id = (
         select campaign_id from messages where status = 'queued' limit 1)`,
  );
  await dispatch();
};

async function startSink() {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'dispatch/sink.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [port] = await once(child.stdout!, 'data');
  return { url: `http://127.0.0.1:${String(port).trim()}/`, stop: () => child.kill() };
}

const agent = new Agent();
const HEADERS = { 'content-type': 'application/json' };

async function barePost(url: string, body: string) {
  const answer = await request(url, { method: 'POST', headers: HEADERS, body, dispatcher: agent });
  const { providerId } = (await answer.body.json()) as { providerId: string };
  return { outcome: 'submitted', providerId } as const;
}
