// The queue that wakes the ticks. The rows are the truth: a job only says "look at this tenant", so a lost, doubled
// or late one changes nothing but the time at which somebody looks.
import type { Database } from '../core/context.ts';
import type { Log } from '../lib/log.ts';
import { becauseOf } from '../lib/request-id.ts';
import { onePerTenant } from './one-per-tenant.ts';
import { onDatabase, onRedis } from './queue-backing.ts';
import { openWakeQueue } from './wake-queue.ts';

export type Ticks = {
  listTenants(): Promise<string[]>;
  /**
   * Does what is due for one tenant, for as long as one may keep the others waiting; any number may run at once. `nextAt` is when
   * something falls due; `isUnfinished` wants its next turn behind those who wait.
   */
  tenant(tenantId: string): Promise<{ nextAt: Date | null; isUnfinished?: boolean }>;
};

export type Jobs = {
  /** Asks for a look at one tenant, soon; asking often is one look. */
  wake(tenantId: string): void;
  /** Whether wake-ups can be said now; without them there is the sweep. */
  isQueueThere(): boolean;
  /** Lets what runs finish. */
  close(): Promise<void>;
};

type Deps = {
  database: Database;
  redisUrl?: string | undefined;
  ticks: Ticks;
  log: Log;
  /** How often every tenant is looked at, whatever the queue lost. */
  sweepEveryMs?: number;
};

// Work that falls due between two sweeps is waked for by itself; the sweep is for what was lost.
const SWEEP_MS = 15_000;
// Wake-ups within this time are one. The look comes at its end, so that it sees what all of them were about.
const TOGETHER_MS = 50;
// What waits for its look is asked for once; a look that begins ends this. The time is for one that was lost.
const DEDUPLICATED_MS = 5_000;
// A tenant whose work stays due (a limit, a frozen clock) is looked at this often at most by its own wish.
const AGAIN_MS = 1_000;

/** Starts this process's worker and its sweep; when the queue is away, the sweep looks without it. */
export async function startJobs(deps: Deps): Promise<Jobs> {
  const { database, redisUrl, ticks, log, sweepEveryMs = SWEEP_MS } = deps;
  let isClosing = false;
  const backing = redisUrl ? onRedis(redisUrl) : await onDatabase(database);
  const handlers = { tenant: (tenantId: string) => look(tenantId), sweep: askForAll };
  const queue = openWakeQueue({ backing, log, idleSeconds: sweepEveryMs / 1000, handlers });

  const ask = onePerTenant((tenantId) =>
    queue.askTenant(tenantId, { delay: TOGETHER_MS, deduplication: { id: tenantId, ttl: DEDUPLICATED_MS } }),
  );
  async function askForAll(): Promise<void> {
    for (const tenantId of await ticks.listTenants()) await ask(tenantId);
  }

  // A tenant with much to do must not take every place.
  const look = onePerTenant(async (tenantId) => {
    // It may have been a request that asked for it: what is due came by many.
    const { nextAt, isUnfinished } = await becauseOf(null, () => ticks.tenant(tenantId));
    if (isUnfinished) return void (await ask(tenantId));
    const inMs = nextAt ? nextAt.getTime() - Date.now() : Number.POSITIVE_INFINITY;
    if (!nextAt || inMs > sweepEveryMs) return;
    const jobId = `${tenantId}-${nextAt.getTime()}`;
    await queue.askTenant(tenantId, { jobId, delay: Math.max(inMs, AGAIN_MS) });
  }, ask);

  async function lookAlone(tenantIds: readonly string[]): Promise<void> {
    for (const tenantId of tenantIds)
      if (!isClosing) await look(tenantId).catch((err) => log.error({ err, tenantId }, 'a tick failed'));
  }

  // All processes ask in turn; the first one's sweep is everybody's.
  const turn = { deduplication: { id: `sweep-${sweepEveryMs}`, ttl: Math.round(sweepEveryMs * 0.8) } };
  const sweep = async (options = {}) =>
    (await queue.askSweep(options)) || isClosing || lookAlone(await ticks.listTenants());
  const wake = async (tenantId: string) =>
    (await ask(tenantId)) === false ? lookAlone([tenantId]) : undefined;

  const begun = new Set<Promise<unknown>>();
  const begin = (work: Promise<unknown>) => {
    const ending = work
      .catch((err) => log.error({ err }, 'a sweep failed'))
      .finally(() => begun.delete(ending));
    begun.add(ending);
  };
  begin(sweep());
  const timer = setInterval(() => begin(sweep(turn)), sweepEveryMs);

  return {
    wake: (tenantId) => {
      if (!isClosing) begin(wake(tenantId));
    },
    isQueueThere: backing.isThere,
    close: async () => {
      isClosing = true;
      clearInterval(timer);
      await queue.stopWorking();
      await Promise.all(begun);
      await queue.close();
    },
  };
}
