// npm run soak [-- --minutes N] [--messages N] [--json]: campaign after campaign at half speed, with a provider that loses
// messages and answers, and reports some twice. Each is held against the provider's own log. Ends with 1 where a row is
// stuck, doubled, lost or miscounted, or where the memory grows.
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { median } from '../bench/audience/measure.ts';
import { campaignCounts } from '../core/delivery/campaign-counts.ts';
import { openSenders } from '../core/delivery/open-senders.ts';
import { recordReceipt } from '../core/delivery/record-receipt.ts';
import { openPool, wrapPool } from '../db/client.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { createRandom } from '../db/seed/random.ts';
import { addPeople, planFor } from '../test/add-campaign.ts';
import { deliveryIn } from '../test/approved-campaign.ts';
import { createPostgresDatabase } from '../test/database.ts';
import { openSink } from '../test/faults/sink.ts';
import { sinkChannel } from '../test/faults/sink-channel.ts';
import { startPostgres } from '../test/postgres-server.ts';
import { addAccount } from '../test/recording-channels.ts';
import { openWorkspaceOn, TEST_KEYS } from '../test/workspace.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string' }, messages: { type: 'string' }, json: { type: 'boolean' } },
});
const minutes = Number(values.minutes ?? 30);
const messages = Number(values.messages ?? 400);
if (!(minutes > 0 && Number.isInteger(messages) && messages > 0)) {
  console.error('npm run soak -- [--minutes N] [--messages N] [--json]');
  process.exit(2);
}
const server = await startPostgres(['fsync=on', 'synchronous_commit=on']);
if (!server) {
  console.error('This needs Postgres.');
  process.exit(2);
}
const { url } = await createPostgresDatabase(server.url);
const database = wrapPool('postgres', openPool(url, 8));
await migrateDatabase(database);
const settings = { approval: { secondPersonAboveRecipients: null } };
const d = await deliveryIn(await openWorkspaceOn(database, { settings }));
await d.system((ctx) => addAccount(ctx));
const people = await d.system((ctx) => addPeople(ctx, { count: messages }));
const random = createRandom(1);
const sink = await openSink();
// What goes wrong with how many of a hundred.
const FAULTS = { lost: 1, silent: 1 } as const;
sink.state.onMessage = async () => {
  const drawn = random.int(1, 100);
  return drawn <= FAULTS.lost ? 'lost' : drawn <= FAULTS.lost + FAULTS.silent ? 'silent' : undefined;
};
const channel = sinkChannel(sink.url, { atOnce: 16 });
const senders = openSenders({ channels: new Map([[channel.key, channel]]), keys: TEST_KEYS });

const total = { campaigns: 0, messages: 0, unknown: 0, doubled: 0, lost: 0, stuck: 0, miscounted: 0 };
const heaps: number[] = [];
const end = Date.now() + minutes * 60_000;
do {
  const began = Date.now();
  await oneCampaign();
  globalThis.gc?.();
  heaps.push(process.memoryUsage().heapUsed / 2 ** 20);
  await sleep(Math.min(Date.now() - began, Math.max(0, end - Date.now())));
} while (Date.now() < end);

async function oneCampaign() {
  const { campaignId } = await d.approve({ count: 0, plan: planFor(people) });
  await d.tick({ senders });
  const rows = await d.messagesOf(campaignId);
  const arrived = new Set(sink.received);
  const sent = rows.filter(({ status }) => status === 'submitted');
  const told = sent.filter((_, at) => at % 3 === 0);
  for (const { id, providerId } of [...told, ...told])
    await d.system((ctx) =>
      recordReceipt(ctx, { providerId: providerId!, kind: 'delivered', externalId: id, at: ctx.now }),
    );
  const counts = (await d.system((ctx) => campaignCounts(ctx, { campaignIds: [campaignId] }))).get(
    campaignId,
  )!;
  total.campaigns += 1;
  total.messages += rows.length;
  total.unknown += counts.unknown;
  total.doubled += sink.received.length - arrived.size;
  total.lost += sent.filter(({ id }) => !arrived.has(id)).length;
  total.stuck += rows.filter(({ status }) => status === 'queued' || status === 'claimed').length;
  const isRight = counts.submitted === sent.length && counts.delivered === told.length;
  if (!isRight || counts.submitted + counts.unknown !== rows.length) total.miscounted += 1;
  sink.received.length = 0;
}

await senders.close();
await sink.close();
await d.close();
await server.stop();
// The first few are warming up.
const third = Math.ceil(heaps.length / 3);
const heap = {
  firstMb: Math.round(median(heaps.slice(0, third))),
  lastMb: Math.round(median(heaps.slice(-third))),
};
const slopeMbAMinute = Math.round(((heap.lastMb - heap.firstMb) / (minutes * (2 / 3))) * 100) / 100;
const isFlat = heap.lastMb <= heap.firstMb * 1.2 + 10;
const told = { ...total, minutes, heap, slopeMbAMinute };
console.log(values.json ? JSON.stringify(told) : told);
process.exit(total.doubled + total.lost + total.stuck + total.miscounted > 0 || !isFlat ? 1 : 0);
