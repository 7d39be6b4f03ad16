// A whole campaign written, checked and reckoned without freezing: how fast, how long anybody else waits meanwhile, and how
// much memory at most.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { dryRun } from '../core/approval/dry-run.ts';
import { readCampaign } from '../core/campaigns/read-campaign.ts';
import { emailShell } from '../core/content/email-shell.ts';
import { addCampaign } from '../test/add-campaign.ts';
import { addMany } from '../test/add-many.ts';
import type { Bench } from './run.ts';
import { openOutbox } from './sending/open-outbox.ts';

const MB = 2 ** 20;
const LOOK_MS = 50;
const NS = 1_000_000;

/** `--rows` recipients (50,000), once; 2,000 with `--quick`. */
export const bench: Bench = async ({ rows = 50_000, quick }) => {
  const count = quick ? 2000 : rows;
  const { d, close } = await openOutbox({ count: 0 });
  await addMany(d, count);
  await d.database.refreshStatistics();
  // As a server does before it listens.
  await emailShell();
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, LOOK_MS);
  const loop = monitorEventLoopDelay({ resolution: 5 });
  const began = performance.now();
  loop.enable();
  const { recipients, refused, findings } = await d.as(d.approver, async (ctx) => {
    const id = await addCampaign(ctx, { type: 'renewal', channels: ['email'] });
    return dryRun(ctx, { campaign: await readCampaign(ctx, id), limit: 20 });
  });
  loop.disable();
  clearInterval(timer);
  const ms = performance.now() - began;
  await close();
  return {
    title: 'A campaign written and checked for all its recipients, without freezing',
    rows: [{ recipients, refused, findings: findings.length, seconds: Math.round(ms / 100) / 10 }],
    summary: {
      perSecond: Math.round((recipients / ms) * 1000),
      ...{ loopP99Ms: Math.round(loop.percentile(99) / NS), loopMaxMs: Math.round(loop.max / NS) },
      ...{ mostMemoryMb: Math.round(most / MB), node: process.version },
    },
  };
};
