import { expireApprovals } from '../approval/expire-approvals.ts';
import type { Within } from '../context.ts';
import type { Actor } from '../tenants/roles.ts';
import { finishCampaigns, startDue } from './advance-campaigns.ts';
import { claimBatch } from './claim-batch.ts';
import { dueZones } from './due-zones.ts';
import { findBlocked } from './find-blocked.ts';
import { lookUpUnknown } from './look-up-unknown.ts';
import { nextDue } from './next-due.ts';
import type { OpenSender, Senders } from './open-senders.ts';
import { pickAccounts } from './pick-accounts.ts';
import { type Outcomes, recordResults } from './record-results.ts';
import { sendBatch } from './send-batch.ts';
import { sweepLeases } from './sweep-leases.ts';

export type DispatchDeps = {
  within: Within;
  tenantId: string;
  senders: Senders;
  /** Names this worker in the leases it takes. */
  owner: string;
  batch?: number;
  leaseMs?: number;
  /** After so long a tick ends, however much is left. */
  budgetMs?: number;
};

export type DispatchResult = {
  /** Messages by what became of them in this tick. */
  outcomes: Outcomes;
  dropped: number;
  /** Channels that have messages due and nothing to send them with. */
  blocked: string[];
  /** Null when nothing waits. */
  nextAt: Date | null;
};

export const DISPATCH: Actor = { kind: 'system', name: 'dispatch' };

// A crash leaves at most one batch unknown, and a stop waits for at most one.
const BATCH = 50;
// Longer than any sender's own time-outs for one batch: a lease that ends too early says "unknown" of what went well.
const LEASE_MS = 5 * 60_000;
const BUDGET_MS = 20_000;

/**
 * Sends what is due for one tenant: claim in one transaction, send outside any, record in another, batch by batch and
 * channel beside channel. Any number may run at once.
 */
export async function dispatchTick(deps: DispatchDeps): Promise<DispatchResult> {
  const { within, tenantId, leaseMs = LEASE_MS } = deps;
  const { accounts, zones } = await within(tenantId, DISPATCH, async (ctx) => {
    await sweepLeases(ctx);
    await startDue(ctx);
    return { accounts: await pickAccounts(ctx), zones: await dueZones(ctx) };
  });
  await within(tenantId, DISPATCH, (ctx) => expireApprovals(ctx));
  const total: Total = { outcomes: {}, dropped: 0, isMoved: false };
  const deadline = Date.now() + (deps.budgetMs ?? BUDGET_MS);
  do {
    total.isMoved = false;
    const lanes = [...accounts.values()].map(async (account) => {
      const opened = deps.senders.find(account);
      if (!opened) return;
      await lookUpUnknown({ within, tenantId, accountId: account.id, opened, settleMs: leaseMs });
      await drain({ ...deps, leaseMs, accountId: account.id, opened, zones, deadline, total });
    });
    // One lane's failure must not leave the others unwatched.
    const ended = await Promise.allSettled(lanes);
    for (const lane of ended) if (lane.status === 'rejected') throw lane.reason;
  } while (total.isMoved && Date.now() < deadline);
  return within(tenantId, DISPATCH, async (ctx) => {
    await finishCampaigns(ctx);
    const ready = [...accounts.values()].filter((account) => deps.senders.find(account) !== null);
    const blocked = await findBlocked(
      ctx,
      ready.map(({ channel }) => channel),
    );
    const { outcomes, dropped } = total;
    return { outcomes, dropped, blocked, nextAt: await nextDue(ctx) };
  });
}

/** `isMoved`: something went on to another channel, whose lane may have ended before. */
type Total = Pick<DispatchResult, 'outcomes' | 'dropped'> & { isMoved: boolean };
type Lane = DispatchDeps & {
  leaseMs: number;
  accountId: string;
  opened: OpenSender;
  zones: readonly string[];
  deadline: number;
  total: Total;
};

async function drain(lane: Lane): Promise<void> {
  const { within, tenantId, owner, leaseMs, accountId, opened, zones, total } = lane;
  const channel = opened.channel.key;
  const input = { accountId, channel, owner, leaseMs, zones, batch: lane.batch ?? BATCH };
  while (Date.now() < lane.deadline) {
    const { claimed, dropped, moved } = await within(tenantId, DISPATCH, (ctx) => claimBatch(ctx, input));
    total.dropped += dropped;
    if (moved > 0) total.isMoved = true;
    if (claimed.length + dropped + moved === 0) return;
    const tried = await sendBatch({ ...opened, tenantId, claimed });
    const outcomes = await within(tenantId, DISPATCH, (ctx) => recordResults(ctx, tried));
    if (outcomes.queued) total.isMoved = true;
    add(total.outcomes, outcomes);
  }
}

function add(total: Outcomes, more: Outcomes): void {
  for (const [status, count] of Object.entries(more) as [keyof Outcomes, number][]) {
    total[status] = (total[status] ?? 0) + count;
  }
}
