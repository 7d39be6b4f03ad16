import type { Log } from '../../lib/log.ts';
import { traced } from '../../lib/tracing.ts';
import { expireApprovals } from '../approval/expire-approvals.ts';
import type { Within } from '../context.ts';
import type { Actor } from '../tenants/roles.ts';
import { finishCampaigns, startDue } from './advance-campaigns.ts';
import { type Claimed, claimBatch } from './claim-batch.ts';
import { dueChannels, findBlocked } from './find-blocked.ts';
import { judgeBudgets } from './judge-budgets.ts';
import { judgeCanaries } from './judge-canaries.ts';
import { knownPlaces } from './known-places.ts';
import { logSent } from './log-sent.ts';
import { lookUpUnknown } from './look-up-unknown.ts';
import { nextDue } from './next-due.ts';
import type { OpenSender, Senders } from './open-senders.ts';
import { pickAccounts } from './pick-accounts.ts';
import { type Outcomes, recordResults, type Tried } from './record-results.ts';
import { sendBatch } from './send-batch.ts';
import type { Place } from './sending-hours.ts';
import { sweepLeases } from './sweep-leases.ts';
import { waitForRoom } from './wait-for-room.ts';

export type DispatchDeps = {
  within: Within;
  tenantId: string;
  senders: Senders;
  /** Names this worker in the leases it takes. */
  owner: string;
  log?: Log;
  /** At most so many messages are claimed at a time. */
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
  /** There may be more to do at once, and the time is over. */
  isUnfinished: boolean;
};

export const DISPATCH: Actor = { kind: 'system', name: 'dispatch' };

// What a sender holds when it dies is unknown, and a pause waits for it: a batch is as much as goes out in a fifth of a
// second, and begins small, because up to three of them are held at once. Fewer cost the database more for each; more
// cost it hardly less. Senders keep four connections, or a multiple, and so do these and what halving and doubling makes
// of them: of 25 messages one would go alone at the end, while nothing goes over the other three.
const BATCH = { first: 24, least: 12, most: 384 };
const QUICK_MS = 200;
// Longer than any sender's own time-outs for one batch: a lease that ends too early says "unknown" of what went well.
const LEASE_MS = 5 * 60_000;
// Other workspaces wait for their turn meanwhile.
const BUDGET_MS = 5_000;

/**
 * Sends what is due for one tenant: claim in one transaction, send outside any, record in another, batch by batch and
 * channel beside channel. Any number may run at once.
 */
export async function dispatchTick(deps: DispatchDeps): Promise<DispatchResult> {
  const { within, tenantId, leaseMs = LEASE_MS } = deps;
  const began = performance.now();
  const { accounts, places, due } = await within(tenantId, DISPATCH, async (ctx) => {
    await sweepLeases(ctx);
    await startDue(ctx);
    await judgeCanaries(ctx);
    await judgeBudgets(ctx);
    const accounts = await pickAccounts(ctx);
    const due = await dueChannels(ctx);
    const isIdle = due.length === 0 && ![...accounts.values()].some(({ isUnclear }) => isUnclear);
    return { accounts, due, places: isIdle ? [] : await knownPlaces(ctx) };
  });
  await within(tenantId, DISPATCH, (ctx) => expireApprovals(ctx));
  const total: Total = { outcomes: {}, dropped: 0, isMoved: false };
  const deadline = Date.now() + (deps.budgetMs ?? BUDGET_MS);
  let isAgain = false;
  do {
    total.isMoved = false;
    const channels = isAgain ? await within(tenantId, DISPATCH, dueChannels) : due;
    const lanes = [...accounts.values()].map(async (account) => {
      const opened = deps.senders.find(account);
      if (!opened) return;
      // A claim costs as much where nothing is due.
      if (!account.isUnclear && !channels.includes(account.channel)) return;
      if (account.isUnclear)
        await lookUpUnknown({ within, tenantId, accountId: account.id, opened, settleMs: leaseMs });
      const lane = { ...deps, leaseMs, accountId: account.id, opened, places, deadline, total };
      let claimedAt = 0;
      do claimedAt = await drain(lane);
      while (
        account.isLimited &&
        (await waitForRoom({ ...lane, actor: DISPATCH, channel: account.channel, claimedAt }))
      );
    });
    // One lane's failure must not leave the others unwatched.
    const ended = await Promise.allSettled(lanes);
    for (const lane of ended) if (lane.status === 'rejected') throw lane.reason;
    isAgain = true;
  } while (total.isMoved && Date.now() < deadline);
  return within(tenantId, DISPATCH, async (ctx) => {
    await finishCampaigns(ctx);
    const ready = [...accounts.values()].filter((account) => deps.senders.find(account) !== null);
    const blocked = await findBlocked(
      ctx,
      ready.map(({ channel }) => channel),
    );
    const { outcomes, dropped } = total;
    const isUnfinished = Date.now() >= deadline;
    const agoMs = performance.now() - began;
    const nextAt = isUnfinished ? new Date() : await nextDue(ctx, { places, agoMs });
    return { outcomes, dropped, blocked, nextAt, isUnfinished };
  });
}

/** `isMoved`: something went on to another channel, whose lane may have ended before. */
type Total = Pick<DispatchResult, 'outcomes' | 'dropped'> & { isMoved: boolean };
type Lane = DispatchDeps & {
  leaseMs: number;
  accountId: string;
  opened: OpenSender;
  places: readonly Place[];
  deadline: number;
  total: Total;
};

/**
 * While a full batch goes out, the one before is recorded and the next one claimed, each in a transaction of its own;
 * smaller ones go one by one. When the last claim began, which found nothing.
 */
async function drain(lane: Lane): Promise<number> {
  let size = Math.min(BATCH.first, lane.batch ?? BATCH.most);
  let tried: Tried[] = [];
  let claimedAt = performance.now();
  let batch = await claim(lane, size);
  while (batch !== null) {
    const goesOn = batch.isFull && batch.asked >= BATCH.first;
    claimedAt = performance.now();
    const [sent, recorded, next] = await Promise.allSettled([
      send(lane, batch.claimed),
      goesOn ? record(lane, tried) : null,
      goesOn ? claim(lane, size) : null,
    ]);
    if (sent.status === 'rejected') throw sent.reason;
    const left = goesOn && recorded.status === 'fulfilled' ? [] : tried;
    if (recorded.status === 'rejected' || next.status === 'rejected') {
      await record(lane, [...left, ...sent.value.tried]);
      throw recorded.status === 'rejected' ? recorded.reason : (next as PromiseRejectedResult).reason;
    }
    size = nextSize(lane, { size, ...batch, tookMs: sent.value.tookMs });
    if (goesOn) [tried, batch] = [sent.value.tried, next.value];
    else {
      await record(lane, [...left, ...sent.value.tried]);
      claimedAt = performance.now();
      [tried, batch] = [[], await claim(lane, size)];
    }
  }
  await record(lane, tried);
  return claimedAt;
}

type Sent = { tried: Tried[]; tookMs: number };

async function send({ opened, tenantId, log }: Lane, claimed: readonly Claimed[]): Promise<Sent> {
  const began = performance.now();
  const tried = await sendBatch({ ...opened, tenantId, claimed });
  const tookMs = performance.now() - began;
  if (log) logSent(log, { tenantId, tried });
  return { tried, tookMs };
}

/** `isFull`: there was as much as was asked for, what was dropped, held or moved on included, so that there may be more. */
type Batch = { asked: number; claimed: Claimed[]; isFull: boolean };

/** Null when nothing is left to claim, or no time. */
async function claim(lane: Lane, asked: number): Promise<Batch | null> {
  const { within, tenantId, owner, leaseMs, accountId, opened, places } = lane;
  if (Date.now() >= lane.deadline) return null;
  const input = { accountId, channel: opened.channel.key, owner, leaseMs, places, batch: asked };
  const { claimed, dropped, moved, held } = await traced(
    'claim',
    { 'refrain.channel': input.channel },
    async (span) => {
      const batched = await within(tenantId, DISPATCH, (ctx) => claimBatch(ctx, input));
      span.setAttributes({ 'refrain.claimed': batched.claimed.length });
      return batched;
    },
  );
  add(lane.total, { outcomes: {}, dropped, moved });
  const found = claimed.length + dropped + moved + held;
  return found === 0 ? null : { asked, claimed, isFull: found >= asked };
}

async function record(lane: Lane, tried: readonly Tried[]): Promise<void> {
  if (tried.length === 0) return;
  const outcomes = await lane.within(lane.tenantId, DISPATCH, (ctx) => recordResults(ctx, tried));
  add(lane.total, { outcomes, dropped: 0, moved: 0 });
}

type Pace = { size: number; asked: number; isFull: boolean; tookMs: number };

/** What was asked for meanwhile may be larger already than what this speaks of. */
function nextSize({ batch: most = BATCH.most }: Lane, { size, asked, isFull, tookMs }: Pace): number {
  if (tookMs > 2 * QUICK_MS) return Math.min(size, Math.max(BATCH.least, asked >> 1));
  if (!isFull || tookMs > QUICK_MS / 2) return size;
  return Math.max(size, Math.min(most, asked * (tookMs < QUICK_MS / 8 ? 4 : 2)));
}

function add(
  total: Total,
  { outcomes, dropped, moved }: Pick<Total, 'outcomes' | 'dropped'> & { moved: number },
) {
  total.dropped += dropped;
  if (moved > 0 || outcomes.queued) total.isMoved = true;
  for (const [status, count] of Object.entries(outcomes) as [keyof Outcomes, number][]) {
    total.outcomes[status] = (total.outcomes[status] ?? 0) + count;
  }
}
