// The queue that wakes the ticks. The rows are the truth: a job only says "look at this tenant", so a lost, doubled
// or late one changes nothing but the time at which somebody looks.
import { createPostgresBackend, type Job, Queue, runMigrations, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Database } from '../core/context.ts';
import type { Log } from '../lib/log.ts';

export type Ticks = {
  listTenants(): Promise<string[]>;
  /** Does all that is due for one tenant; any number may run at once. `nextAt` is when something falls due. */
  tenant(tenantId: string): Promise<{ nextAt: Date | null }>;
};

export type Jobs = {
  /** Asks for a look at one tenant, soon; asking often is one look. */
  wake(tenantId: string): void;
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

const QUEUE = 'refrain';
const SCHEMA = 'bullmq';
// Work that falls due between two sweeps is waked for by itself; the sweep is for what was lost.
const SWEEP_MS = 15_000;
const TOGETHER_MS = 50;
const KEEP = { removeOnComplete: true, removeOnFail: 100 } as const;

export async function startJobs({
  database,
  redisUrl,
  ticks,
  log,
  sweepEveryMs = SWEEP_MS,
}: Deps): Promise<Jobs> {
  const backing = redisUrl ? onRedis(redisUrl) : await onPostgres(database);
  const queue: Queue = new Queue(QUEUE, backing.options(), backing.factory as never);
  const add = (name: string, data: object, options: object) =>
    queue
      .add(name, data, { ...KEEP, ...options })
      .catch((error: unknown) => log.warn({ err: error }, 'a wake-up was lost; the sweep will look'));

  async function look(tenantId: string): Promise<void> {
    const { nextAt } = await ticks.tenant(tenantId);
    const inMs = nextAt ? nextAt.getTime() - Date.now() : Number.POSITIVE_INFINITY;
    if (inMs > sweepEveryMs) return;
    await add(
      'tenant',
      { tenantId },
      {
        delay: Math.max(inMs, 0),
        deduplication: { id: `${tenantId}-due`, ttl: Math.max(inMs, TOGETHER_MS) },
      },
    );
  }

  async function run(job: Job): Promise<void> {
    if (job.name === 'tenant') return look((job.data as { tenantId: string }).tenantId);
    for (const tenantId of await ticks.listTenants()) await look(tenantId);
  }

  const worker = new Worker(QUEUE, run, { ...backing.options(), concurrency: 2 }, backing.factory);
  const warn = (error: Error) => log.warn({ err: error }, 'the queue has a problem');
  queue.on('error', warn);
  worker.on('error', warn);
  worker.on('failed', (job, error) =>
    log.error({ err: error, job: job?.name, data: job?.data }, 'a tick failed'),
  );
  await queue.upsertJobScheduler('sweep', { every: sweepEveryMs }, { name: 'sweep', opts: KEEP });

  return {
    wake: (tenantId) =>
      void add('tenant', { tenantId }, { deduplication: { id: tenantId, ttl: TOGETHER_MS } }),
    close: async () => {
      await worker.close();
      await queue.close();
      backing.close();
    },
  };
}

/** The same pool as everything else; the queue's schema is on its search path. */
async function onPostgres({ pool }: Database) {
  const client = await pool.connect();
  try {
    await runMigrations(client as never, SCHEMA);
  } finally {
    client.release();
  }
  return {
    options: () => ({ connection: pool as never }),
    factory: createPostgresBackend as never,
    close: () => {},
  };
}

// A worker's connection blocks for its next job, so the library wants retries without an end.
function onRedis(url: string) {
  const open: Redis[] = [];
  const options = () => {
    const connection = new Redis(url, { maxRetriesPerRequest: null });
    open.push(connection);
    return { connection: connection as never };
  };
  const close = () => {
    for (const connection of open) connection.disconnect();
  };
  return { options, factory: undefined, close };
}
