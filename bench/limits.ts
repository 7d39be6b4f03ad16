// How much of an account's limit is used by two workers that wake when there is room, and whether any window ever holds
// more, as the provider sees it.
import { setTimeout as pause } from 'node:timers/promises';
import { openSenders } from '../core/delivery/open-senders.ts';
import { openSink } from '../test/faults/sink.ts';
import { sinkChannel } from '../test/faults/sink-channel.ts';
import { TEST_KEYS } from '../test/workspace.ts';
import type { Bench } from './run.ts';
import { openOutbox } from './sending/open-outbox.ts';

const CASES = [
  { what: '20 a second', perMs: 1000, max: 20, windows: 10 },
  { what: '100 in ten seconds', perMs: 10_000, max: 100, windows: 2.2 },
];
// What a provider near by takes for a message.
const ANSWERS_MS = 20;
// As the product's own: so many requests at a time, so long a turn.
const [AT_ONCE, TURN_MS] = [16, 5000];

/** Half a minute, whatever is asked for: limits are kept by the clock. */
export const bench: Bench = async () => {
  const most = Math.max(...CASES.map(({ max, windows }) => Math.ceil(max * (windows + 2))));
  const outbox = await openOutbox({ count: most });
  const rows = [];
  for (const one of CASES) rows.push({ what: one.what, ...(await measure(outbox, one)) });
  await outbox.close();
  return {
    title: 'Of what a limit allows: how much was used, and the most that any moving window held',
    rows,
    summary: { used: Math.min(...rows.map(({ used }) => used)), node: process.version },
  };
};

type Case = (typeof CASES)[number];

async function measure(
  { d, accountId, approve, release }: Awaited<ReturnType<typeof openOutbox>>,
  one: Case,
) {
  const { perMs, max, windows } = one;
  await d.meddle('update channel_accounts set limits = $1 where id = $2', [
    JSON.stringify([{ perMs, max }]),
    accountId,
  ]);
  await approve();
  await release();
  const arrived: number[] = [];
  const sink = await openSink();
  sink.state.onMessage = async () => {
    arrived.push(performance.now());
    await pause(ANSWERS_MS);
    return undefined;
  };
  const channel = sinkChannel(sink.url, { atOnce: AT_ONCE });
  const senders = openSenders({ channels: new Map([[channel.key, channel]]), keys: TEST_KEYS });
  const until = Date.now() + perMs * windows;
  const worker = async () => {
    for (let leftMs = until - Date.now(); leftMs > 0; leftMs = until - Date.now()) {
      const { nextAt } = await d.tick({ senders, budgetMs: Math.min(TURN_MS, leftMs) });
      const wait = nextAt ? Math.max(1, nextAt.getTime() - Date.now()) : 10;
      await pause(Math.min(wait, Math.max(1, until - Date.now())));
    }
  };
  await Promise.all([worker(), worker()]);
  await senders.close();
  await sink.close();
  await d.meddle(`update campaigns set status = 'stopped' where status = 'sending'`);
  await d.meddle(`update messages set status = 'dropped', reason = 'stopped' where status = 'queued'`);
  // How long it took until the room that each of them filled was filled again: at best, a window.
  const waits = arrived.slice(max).map((at, n) => at - arrived[n]!);
  const used = (perMs * waits.length) / waits.reduce((sum, wait) => sum + wait, 0);
  const fullest = Math.max(
    ...arrived.map((from) => arrived.filter((at) => at >= from && at < from + perMs).length),
  );
  return { sent: arrived.length, used: Math.round(used * 1000) / 1000, max, fullest };
}
