// A campaign written for each of its recipients, hashed row by row, frozen, approved and signed: how long, and how much
// memory at most.
import { approvalPart } from '../core/approval/approval-part.ts';
import { decideApproval } from '../core/approval/decide-approval.ts';
import { requestApproval } from '../core/approval/request-approval.ts';
import { addCampaign } from '../test/add-campaign.ts';
import { addMany } from '../test/add-many.ts';
import { addAccount } from '../test/recording-channels.ts';
import type { Bench } from './run.ts';
import { meterCpu } from './sending/cpu.ts';
import { openOutbox } from './sending/open-outbox.ts';

const MB = 2 ** 20;
const LOOK_MS = 50;

// So many at a time: what fills the database must not count as the memory that freezing takes.
const FILLED = 5000;

/** `--rows` recipients (250,000), once; 2,000 with `--quick`; by e-mail, or `--channel whatsapp`. */
export const bench: Bench = async ({ rows = 250_000, quick, channel: given }) => {
  const channel = given === 'whatsapp' ? given : 'email';
  const count = quick ? 2000 : rows;
  const { d, postgres, close } = await openOutbox({ count: 0 });
  if (channel !== 'email') await d.system((ctx) => addAccount(ctx, { channel }));
  for (let from = 0; from < count; from += FILLED)
    await addMany(d, Math.min(FILLED, count - from), { channel, from });
  await d.database.refreshStatistics();
  const before = process.memoryUsage.rss();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, LOOK_MS);
  const cpu = meterCpu({ writer: process.pid, database: postgres.pid }, count);
  const began = performance.now();
  let [recipients, frozenMs] = [0, 0];
  const work = cpu.around(async () => {
    const { approvalId, digest } = await d.as(d.approver, async (ctx) => {
      const campaignId = await addCampaign(ctx, { type: 'renewal', channels: [channel] });
      const asked = await requestApproval(ctx, { campaignId });
      return { ...asked, ...(await approvalPart(ctx, asked.approvalId)) };
    });
    frozenMs = performance.now() - began;
    const part = await d.as(d.approver, (ctx) =>
      decideApproval(ctx, { approvalId, digest, decision: 'approve' }),
    );
    recipients = part.recipients;
  });
  await work();
  const wholeMs = performance.now() - began;
  clearInterval(timer);
  await close();
  const seconds = (ms: number) => Math.round(ms / 100) / 10;
  return {
    title: 'Recipients written, hashed, frozen, approved and signed',
    rows: [
      { what: 'written, hashed, frozen', seconds: seconds(frozenMs) },
      { what: 'approved, signed, queued', seconds: seconds(wholeMs - frozenMs) },
    ],
    summary: {
      channel,
      recipients,
      perSecond: Math.round((count / wholeMs) * 1000),
      ...{
        memoryBeforeMb: Math.round(before / MB),
        mostMemoryMb: Math.round(most / MB),
        ...cpu.perMessage(),
        node: process.version,
      },
    },
  };
};
