// Messages checked, claimed and recorded by batches, against queues that hand out one job for each message and do the
// same for it. Nothing is sent.
import { claimBatch } from '../core/delivery/claim-batch.ts';
import { DISPATCH } from '../core/delivery/dispatch-tick.ts';
import { knownPlaces } from '../core/delivery/known-places.ts';
import { recordResults } from '../core/delivery/record-results.ts';
import { openPool } from '../db/client.ts';
import { interleave, median } from './audience/measure.ts';
import { handleOne } from './claim/one-message.ts';
import { AT_ONCE, type BenchQueue, bullmq, graphileWorker, pgBoss } from './claim/queues.ts';
import type { Bench } from './run.ts';
import { type Outbox, openOutbox } from './sending/open-outbox.ts';

// As large as batches get (core/delivery/dispatch-tick.ts).
const BATCH = 400;

/** `--rows` messages a round (2,000), five rounds; half of it in three with `--quick`. */
export const bench: Bench = async ({ rows = 2000, quick }) => {
  const count = quick ? Math.ceil(rows / 2) : rows;
  const rounds = quick ? 3 : 5;
  const outbox = await openOutbox({ count });
  const pool = openPool(outbox.url, AT_ONCE);
  const queues = [await graphileWorker(pool), await bullmq(), await pgBoss(outbox.url)].filter(
    (one) => one !== null,
  );
  const handle = handleOne(pool, outbox.accountId);
  const byQueue = (queue: BenchQueue) => [
    async () => queue.add(await freshMessages(outbox)),
    () => queue.work(handle),
  ];
  const works = [() => freshMessages(outbox), () => claimAll(outbox, count), ...queues.flatMap(byQueue)];
  const times = (await interleave(works, rounds)).filter((_, at) => at % 2 === 1);
  for (const queue of queues) await queue.close();
  await pool.end();
  await outbox.close();
  const perSecond = times.map((each) => Math.round((count / median(each)) * 1000));
  const [ours, ...theirs] = perSecond;
  const ratioTo = (each: number) => Math.round((ours! / each) * 100) / 100;
  return {
    title: 'Messages checked, claimed and recorded a second',
    rows: [
      { what: 'batches of one statement each', perSecond: ours!, ratio: 1 },
      ...theirs.map((each, at) => ({ what: queues[at]!.name, perSecond: each, ratio: ratioTo(each) })),
    ],
    summary: { ratio: Math.min(...theirs.map(ratioTo)), messages: count, rounds, node: process.version },
  };
};

/** A campaign of its own for each round, so that all find the tables alike. */
async function freshMessages({ approve, d }: Outbox): Promise<string[]> {
  const { campaignId } = await approve();
  await d.meddle(`update campaigns set status = 'paused' where id <> $1`, [campaignId]);
  const { rows } = await d.meddle('select id from messages where campaign_id = $1', [campaignId]);
  return rows.map(({ id }: { id: string }) => id);
}

async function claimAll({ d, accountId }: Outbox, count: number): Promise<void> {
  const { within, tenant } = d;
  const places = await within(tenant.id, DISPATCH, knownPlaces);
  const input = { accountId, channel: 'email', owner: 'bench', leaseMs: 300_000, places, batch: BATCH };
  let done = 0;
  for (;;) {
    const { claimed } = await within(tenant.id, DISPATCH, (ctx) => claimBatch(ctx, input));
    if (claimed.length === 0) break;
    const tried = claimed.map((message) => ({
      message,
      result: { outcome: 'submitted' as const, providerId: `p-${message.messageId}` },
      answeredAt: performance.now(),
    }));
    await within(tenant.id, DISPATCH, (ctx) => recordResults(ctx, tried));
    done += claimed.length;
  }
  if (done !== count) throw new Error(`${done} of ${count} were claimed.`);
}
