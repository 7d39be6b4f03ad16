// A campaign written for each of its recipients, hashed row by row, frozen, approved and signed: how long, what each step
// takes of the processor, and how much memory at most. It is written once more before, and nothing kept, so that both are
// told apart.
import { approvalPart } from '../core/approval/approval-part.ts';
import { decideApproval } from '../core/approval/decide-approval.ts';
import { planCampaign } from '../core/approval/plan-campaign.ts';
import { requestApproval } from '../core/approval/request-approval.ts';
import { readCampaign } from '../core/campaigns/read-campaign.ts';
import { emailShell } from '../core/content/email-shell.ts';
import { warmLetters } from '../core/content/warm-letters.ts';
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
  // As a server does before it listens.
  await emailShell();
  await warmLetters();
  const before = process.memoryUsage.rss();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, LOOK_MS);
  const steps: Step[] = [];
  const step = async <Done>(what: string, work: () => Promise<Done>): Promise<Done> => {
    const cpu = meterCpu({ writer: process.pid, database: postgres.pid }, count);
    const began = performance.now();
    const done = await cpu.around(work)();
    steps.push({ what, ms: performance.now() - began, cpu: cpu.perMessage() });
    return done;
  };
  const campaign = await d.as(d.approver, async (ctx) =>
    readCampaign(ctx, await addCampaign(ctx, { type: 'renewal', channels: [channel] })),
  );
  await step('chosen, written, checked', () =>
    d.as(d.approver, async (ctx) => {
      for await (const page of planCampaign(ctx, { ...campaign, test: null }).pages) page.composed.length = 0;
    }),
  );
  const { approvalId, digest } = await step('the same, then hashed and frozen', () =>
    d.as(d.approver, async (ctx) => {
      const asked = await requestApproval(ctx, { campaignId: campaign.id });
      return { ...asked, ...(await approvalPart(ctx, asked.approvalId)) };
    }),
  );
  const { recipients } = await step('approved, signed, queued', () =>
    d.as(d.approver, (ctx) => decideApproval(ctx, { approvalId, digest, decision: 'approve' })),
  );
  clearInterval(timer);
  await close();
  const [, ...whole] = steps;
  const ms = whole.reduce((sum, one) => sum + one.ms, 0);
  return {
    title: 'Recipients written, hashed, frozen, approved and signed',
    rows: steps.map((one) => ({
      what: one.what,
      seconds: Math.round(one.ms / 100) / 10,
      'messages/s': Math.round((count / one.ms) * 1000),
      ...one.cpu,
    })),
    summary: {
      channel,
      recipients,
      perSecond: Math.round((count / ms) * 1000),
      memoryBeforeMb: Math.round(before / MB),
      mostMemoryMb: Math.round(most / MB),
      node: process.version,
    },
  };
};

type Step = { what: string; ms: number; cpu: Record<string, number> };
