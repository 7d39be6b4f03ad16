// What providers tell: kept first, which is all that they wait for, then dealt with in batches beside everything else.
import { setTimeout as pause } from 'node:timers/promises';
import type { ChannelRegistry } from '../../channels/contract.ts';
import type { SurfaceRegistry } from '../../channels/surface-contract.ts';
import { gatherCalls } from '../../lib/gather-calls.ts';
import type { Log } from '../../lib/log.ts';
import { noMoreOften } from '../../lib/no-more-often.ts';
import { becauseOf, currentRequestId } from '../../lib/request-id.ts';
import { shareRuns } from '../../lib/share-runs.ts';
import type { Ctx, Within } from '../context.ts';
import type { Triager } from '../ports.ts';
import { acknowledgeDue } from '../replies/acknowledge.ts';
import type { ChannelNormaliser } from '../replies/reply-input.ts';
import { triageTick } from '../replies/triage-reply.ts';
import type { Diverted } from '../surfaces/divert.ts';
import {
  dropEvents,
  type KeptEvent,
  keepEvents,
  leaseEvents,
  postponeEvent,
  takeEvents,
} from './event-rows.ts';
import { type InboundEvent, receiveEvents } from './receive-events.ts';

type Deps = {
  within: Within;
  channels: ChannelRegistry;
  surfaces: SurfaceRegistry;
  normalise: ChannelNormaliser;
  triager: Triager;
  /** What somebody told the agent by a channel that customers write to as well; telling it twice is once. */
  hand(told: Diverted): Promise<void>;
  /** There is something for the other ticks to see. */
  wake(tenantId: string): void;
  log: Log;
};
export type InboundRunner = ReturnType<typeof createInboundRunner>;

const WEBHOOK = { kind: 'system', name: 'webhook' } as const;
// So many hold the event loop for a few milliseconds.
const BATCH = 50;
// Each transaction costs as much as many messages: what is told within the first time is kept by one, for which providers
// wait, and what is kept within the second is taken in by one.
const KEPT_TOGETHER_MS = 10;
const TOGETHER_MS = 100;
// Nobody sees the rest of what a steady stream brings about more often than that.
const WAKE_EVERY_MS = 500;
// Answering on another platform takes its time; after this long whoever did it is gone.
const HANDING_SECONDS = 60;
const READING_MS = 1_000;
// A connection that broke is tried again in silence; what fails so often is told to whoever runs the server.
const TOLD_AFTER = 3;

export function createInboundRunner(deps: Deps) {
  const { within, log } = deps;
  const begun = new Set<Promise<unknown>>();
  const pumps = new Set<string>();
  const wake = noMoreOften(WAKE_EVERY_MS, deps.wake);
  let isClosing = false;

  function begin(work: Promise<unknown>, what: string): void {
    const ending = work.catch((err: unknown) => log.error({ err }, what)).finally(() => begun.delete(ending));
    begun.add(ending);
  }

  const keepTogether = gatherCalls(
    async (tenantId, told: readonly (readonly InboundEvent[])[]) => {
      await within(tenantId, WEBHOOK, (ctx) => keepEvents(ctx, told.flat()));
      return told;
    },
    () => pause(KEPT_TOGETHER_MS),
  );

  /** What it says is safe when this resolves, and is dealt with soon. */
  async function keep(tenantId: string, events: readonly InboundEvent[]): Promise<void> {
    if (events.length === 0) return;
    const requestId = currentRequestId() ?? null;
    await keepTogether(
      tenantId,
      events.map((event) => ({ ...event, requestId })),
    );
    pump(tenantId);
  }

  function pump(tenantId: string): void {
    if (isClosing || pumps.has(tenantId)) return;
    pumps.add(tenantId);
    // What is taken in came by many requests.
    const running = becauseOf(null, () =>
      pause(TOGETHER_MS).then(() => {
        pumps.delete(tenantId);
        return takeIn(tenantId);
      }),
    );
    begin(running, 'what was told could not be dealt with');
  }

  /** Deals with all that is kept; how many that were. */
  const takeIn = shareRuns(async (tenantId) => {
    for (let count = 0; ; ) {
      const taken = await takeBatch(tenantId);
      count += taken;
      if (taken > 0) {
        wake.ask(tenantId);
        begin(read(tenantId), 'messages could not be read');
      }
      if (taken < BATCH) return count;
    }
  });

  async function takeBatch(tenantId: string): Promise<number> {
    try {
      return (await take(tenantId, { limit: BATCH })).length;
    } catch {
      // One of them cannot be dealt with, or the connection broke: each by itself.
      const due = await within(tenantId, WEBHOOK, (ctx) => takeEvents(ctx, { limit: BATCH }));
      for (const { id } of due)
        await take(tenantId, { only: id }).catch((error: unknown) => postpone(tenantId, { id, error }));
      return due.length;
    }
  }

  async function take(tenantId: string, which: { limit?: number; only?: string }): Promise<string[]> {
    const { events, own } = await within(tenantId, WEBHOOK, (ctx) => deal(ctx, which));
    for (const event of events) logTold(tenantId, event);
    if (own.length > 0) begin(handAll(tenantId, own), 'what was told to the agent could not be handed over');
    return events.map(({ id }) => id);
  }

  async function deal(ctx: Ctx, which: { limit?: number; only?: string }) {
    const events = await takeEvents(ctx, which);
    const diverted = await receiveEvents(ctx, { ...deps, events });
    const own = events.flatMap(({ id, requestId }, at) =>
      diverted[at] ? [{ id, requestId, told: diverted[at] }] : [],
    );
    const handing = new Set(own.map(({ id }) => id));
    const ids = events.map(({ id }) => id);
    await dropEvents(
      ctx,
      ids.filter((id) => !handing.has(id)),
    );
    await leaseEvents(ctx, { ids: [...handing], seconds: HANDING_SECONDS });
    return { events, own };
  }

  /** By our id of the message or the provider's, as the line has it that says it was handed over. */
  function logTold(tenantId: string, { requestId, channel, accountId, event }: KeptEvent): void {
    if (!log.isLevelEnabled('debug')) return;
    const { messageId, providerId, status } = event.kind === 'receipt' ? event : {};
    const what = { kind: event.kind, status, messageId, providerId };
    log.debug({ requestId, tenantId, accountId, channel, ...what }, 'told by the provider');
  }

  type Own = { id: string; requestId: string | null; told: Diverted };

  async function handAll(tenantId: string, own: readonly Own[]): Promise<void> {
    for (const { id, requestId, told } of own)
      await becauseOf(requestId, () => deps.hand(told)).then(
        () => within(tenantId, WEBHOOK, (ctx) => dropEvents(ctx, [id])),
        (error: unknown) => postpone(tenantId, { id, error }),
      );
  }

  async function postpone(tenantId: string, { id, error }: { id: string; error: unknown }): Promise<void> {
    const failures = await within(tenantId, WEBHOOK, (ctx) => postponeEvent(ctx, id));
    if (failures === TOLD_AFTER)
      log.error({ err: error, tenantId, eventId: id }, 'what a provider told cannot be dealt with');
  }

  /** Has what waits read, for a second at most, and says what standing approvals let code say; how many were read. */
  const read = shareRuns(async (tenantId) => {
    let count = 0;
    for (const until = Date.now() + READING_MS; ; ) {
      const { left, triaged } = await triageTick({ ...deps, tenantId });
      count += triaged;
      if (triaged > 0) {
        await acknowledgeDue({ ...deps, tenantId });
        wake.ask(tenantId);
      }
      if (!left || triaged === 0 || Date.now() > until) return { count, isLeft: left };
    }
  });

  /** When nothing is under way any more. */
  async function settle(): Promise<void> {
    while (begun.size > 0) await Promise.all(begun);
  }

  return {
    keep,
    takeIn,
    read,
    settle,
    close: async () => {
      isClosing = true;
      await settle();
      wake.stop();
    },
  };
}
