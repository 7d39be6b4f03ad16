// Approved messages claimed, checked, handed over by HTTP and recorded on Postgres, against a bare loop of the same POSTs.
import { Agent, request } from 'undici';
import { sendEach } from '../channels/call-vendor.ts';
import { dispatchTick } from '../core/delivery/dispatch-tick.ts';
import { openSenders } from '../core/delivery/open-senders.ts';
import { sinkChannel } from '../test/faults/sink-channel.ts';
import { TEST_KEYS } from '../test/workspace.ts';
import { interleave, median } from './audience/measure.ts';
import type { Bench } from './run.ts';
import { meterCpu } from './sending/cpu.ts';
import { openOutbox } from './sending/open-outbox.ts';
import { startProcess } from './sending/start-process.ts';

const AT_ONCE = 16;

/**
 * `--rows` messages a round (8,000), five rounds; a quarter of it in three with `--quick`. Beside the times, what each
 * process used of the processor for one message.
 */
export const bench: Bench = async ({ rows = 8000, quick }) => {
  const count = quick ? Math.ceil(rows / 4) : rows;
  const outbox = await openOutbox({ count });
  const { d, people } = outbox;
  const sink = await startProcess('http-sink.ts');
  const url = `http://127.0.0.1:${sink.said}/`;
  const channel = sinkChannel(url, { atOnce: AT_ONCE });
  const senders = openSenders({ channels: new Map([[channel.key, channel]]), keys: TEST_KEYS });
  const { within, tenant } = d;

  const dispatch = async () => {
    const deps = { within, tenantId: tenant.id, senders, owner: 'bench', budgetMs: 600_000 };
    const { outcomes } = await dispatchTick(deps);
    if (outcomes.submitted !== count) throw new Error(`Not ${count}: ${JSON.stringify(outcomes)}`);
  };
  const bare = async () => {
    const all = people.map((_, at) => JSON.stringify({ messageId: `bare-${at}`, text: 'x'.repeat(80) }));
    await sendEach(all, AT_ONCE, (body) => barePost(url, body));
  };
  // Approving is not measured: every round sends a campaign that was approved before it.
  const rounds = quick ? 3 : 5;
  for (let round = 0; round <= rounds; round += 1) await outbox.approve();
  const pids = { sender: process.pid, database: outbox.postgres.pid, provider: sink.pid };
  const [bareCpu, dispatchCpu] = [meterCpu(pids, count), meterCpu(pids, count)];
  const works = [bareCpu.around(bare), outbox.release, dispatchCpu.around(dispatch)];
  const [bares, , dispatches] = await interleave(works, rounds);
  await senders.close();
  sink.child.kill();
  await outbox.close();
  const perSecond = [bares!, dispatches!].map((each) => Math.round((count / median(each)) * 1000));
  const ratio = Math.round((perSecond[1]! / perSecond[0]!) * 100) / 100;
  return {
    title: 'Messages a second: bare POSTs, and the same with claim, checks and record',
    rows: [
      { what: 'bare POST loop', perSecond: perSecond[0]!, ...bareCpu.perMessage() },
      { what: 'dispatch', perSecond: perSecond[1]!, ...dispatchCpu.perMessage() },
    ],
    summary: { ratio, messages: count, rounds, node: process.version },
  };
};

const agent = new Agent();
const HEADERS = { 'content-type': 'application/json' };

async function barePost(url: string, body: string) {
  const answer = await request(url, { method: 'POST', headers: HEADERS, body, dispatcher: agent });
  const { providerId } = (await answer.body.json()) as { providerId: string };
  return { outcome: 'submitted', providerId } as const;
}
