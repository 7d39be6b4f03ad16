// A campaign written for each of its recipients, hashed row by row, frozen, approved and signed: how long, and how much
// memory at most.
import { approvalPart } from '../core/approval/approval-part.ts';
import { decideApproval } from '../core/approval/decide-approval.ts';
import { requestApproval } from '../core/approval/request-approval.ts';
import { addCampaign } from '../test/add-campaign.ts';
import { addMany } from '../test/add-many.ts';
import type { Bench } from './run.ts';
import { openOutbox } from './sending/open-outbox.ts';

const MB = 2 ** 20;
const LOOK_MS = 50;

/** `--rows` recipients (250,000), once; 2,000 with `--quick`. */
export const bench: Bench = async ({ rows = 250_000, quick }) => {
  const count = quick ? 2000 : rows;
  const { d, close } = await openOutbox({ count: 0 });
  await addMany(d, count);
  await d.database.refreshStatistics();
  const before = process.memoryUsage.rss();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, LOOK_MS);
  const began = performance.now();
  const { approvalId, digest, recipients, frozenMs } = await d.as(d.approver, async (ctx) => {
    const campaignId = await addCampaign(ctx, { type: 'renewal', channels: ['email'] });
    const asked = await requestApproval(ctx, { campaignId });
    most = Math.max(most, process.memoryUsage.rss());
    const part = await approvalPart(ctx, asked.approvalId);
    return {
      ...asked,
      digest: part.digest,
      recipients: part.recipients,
      frozenMs: performance.now() - began,
    };
  });
  await d.as(d.approver, (ctx) => decideApproval(ctx, { approvalId, digest, decision: 'approve' }));
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
      recipients,
      perSecond: Math.round((count / wholeMs) * 1000),
      ...{
        memoryBeforeMb: Math.round(before / MB),
        mostMemoryMb: Math.round(most / MB),
        node: process.version,
      },
    },
  };
};
