// Where the queue lives: in the database, in a schema of its own, or on Redis. The rest of jobs/ sees no difference.
import {
  createPostgresBackend,
  type Job,
  type JobsOptions,
  type Processor,
  Queue,
  runMigrations,
  Worker,
} from 'bullmq';
import { Redis } from 'ioredis';
import type { Database } from '../core/context.ts';
import { lendPool } from './lend-pool.ts';

type Listening = {
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(force?: boolean): Promise<void>;
};
type JobQueue = Listening & {
  add(name: string, data: object, options: JobsOptions): Promise<unknown>;
};
type JobWorker = Listening & {
  on(event: 'failed', listener: (job: Job | undefined, error: Error) => void): unknown;
};
export type QueueBacking = {
  makeQueue(): JobQueue;
  makeWorker(work: Processor, options: { concurrency: number; idleSeconds: number }): JobWorker;
  /** False while its server is away: what waits for it would wait for ever. */
  isThere(): boolean;
  close(): void;
};

const NAME = 'refrain';
const SCHEMA = 'bullmq';
// Nobody reads the library's own history of events.
const KEPT_EVENTS = 100;

/** On the pool that everything else uses; its search path holds the queue's schema. */
export async function onDatabase({ pool }: Database): Promise<QueueBacking> {
  const client = await pool.connect();
  try {
    await runMigrations(client, SCHEMA);
  } finally {
    client.release();
  }
  const { pool: connection, close } = lendPool(pool);
  return {
    makeQueue: () =>
      new Queue(NAME, { connection, streams: { events: { maxLen: KEPT_EVENTS } } }, createPostgresBackend),
    // Without work a worker waits for NOTIFY; `drainDelay` is how often it looks all the same.
    makeWorker: (work, { concurrency, idleSeconds }) =>
      new Worker(NAME, work, { connection, concurrency, drainDelay: idleSeconds }, createPostgresBackend),
    isThere: () => true,
    close,
  };
}

/** On Redis. The library closes connections that it opened only, so both that are opened here are closed here. */
export function onRedis(url: string): QueueBacking {
  const open: Redis[] = [];
  const connect = (maxRetriesPerRequest: number | null) => {
    const connection = new Redis(url, { maxRetriesPerRequest });
    // The queue and the worker say what is wrong; after they are closed nobody would listen, and that is logged.
    connection.on('error', () => {});
    open.push(connection);
    return connection;
  };
  return {
    // A wake-up that cannot be said fails soon: the sweep does without. A worker waits for Redis to come back.
    makeQueue: () =>
      new Queue(NAME, { connection: connect(1), streams: { events: { maxLen: KEPT_EVENTS } } }),
    makeWorker: (work, { concurrency, idleSeconds }) =>
      new Worker(NAME, work, { connection: connect(null), concurrency, drainDelay: idleSeconds }),
    isThere: () => open.every(({ status }) => status === 'ready'),
    close: () => {
      for (const connection of open) connection.disconnect();
    },
  };
}
