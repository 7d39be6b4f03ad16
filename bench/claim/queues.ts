// The queues that ours is measured against, each as quick as its own documentation makes it, on the same database;
// BullMQ on Redis.
import { Queue, Worker } from 'bullmq';
import { Logger, runMigrations as migrateGraphile, run } from 'graphile-worker';
import type pg from 'pg';
import { PgBoss } from 'pg-boss';
import { findRedis } from '../../test/machine.ts';
import { startRedis } from '../../test/redis-server.ts';

export const AT_ONCE = 10;
const BATCH = 100;
const NAME = 'messages';

type Handle = (messageId: string) => Promise<void>;
export type BenchQueue = {
  name: string;
  /** Not measured. */
  add(messageIds: readonly string[]): Promise<void>;
  /** Until all of them are done. */
  work(handle: Handle): Promise<void>;
  close(): Promise<void>;
};

export async function graphileWorker(pool: pg.Pool): Promise<BenchQueue> {
  const options = { pgPool: pool, logger: new Logger(() => () => undefined), noHandleSignals: true };
  // It asks for one.
  pool.on('connect', (client) => client.on('error', () => undefined));
  await migrateGraphile(options);
  let left = 0;
  return {
    name: 'graphile-worker',
    add: async (ids) => {
      left = ids.length;
      await pool.query(
        `select graphile_worker.add_jobs(array(
           select json_populate_record(null::graphile_worker.job_spec, json_build_object(
             'identifier', 'send', 'payload', json_build_object('id', id))) from unnest($1::text[]) id))`,
        [ids],
      );
    },
    work: async (handle) => {
      const done = Promise.withResolvers<void>();
      const send = async (payload: unknown) => {
        await handle((payload as { id: string }).id);
        left -= 1;
        if (left === 0) done.resolve();
      };
      const worker = { concurrentJobs: AT_ONCE, localQueue: { size: BATCH }, completeJobBatchDelay: 0 };
      const runner = await run({ ...options, taskList: { send }, preset: { worker } });
      await done.promise;
      await runner.stop();
    },
    close: async () => {},
  };
}

/** Null where the machine has no Redis. */
export async function bullmq(): Promise<BenchQueue | null> {
  if (!findRedis()) return null;
  const redis = await startRedis();
  const connection = { url: redis.url, maxRetriesPerRequest: null };
  const queue = new Queue(NAME, { connection });
  let count = 0;
  return {
    name: 'BullMQ on Redis',
    add: async (ids) => {
      count = ids.length;
      const options = { removeOnComplete: true };
      await queue.addBulk(ids.map((id) => ({ name: 'send', data: { id }, opts: options })));
    },
    work: async (handle) => {
      const work = async ({ data }: { data: { id: string } }) => handle(data.id);
      const worker = new Worker(NAME, work, { connection, concurrency: AT_ONCE });
      let completed = 0;
      await new Promise<void>((resolve, reject) => {
        worker.on('failed', (_job, error) => reject(error));
        worker.on('completed', () => {
          completed += 1;
          if (completed === count) resolve();
        });
      });
      await worker.close();
    },
    close: async () => {
      await queue.close();
      await redis.stop();
    },
  };
}

export async function pgBoss(url: string): Promise<BenchQueue> {
  const boss = new PgBoss({ connectionString: url, max: AT_ONCE, supervise: false, schedule: false });
  boss.on('error', () => undefined);
  await boss.start();
  await boss.createQueue(NAME);
  return {
    name: 'pg-boss',
    add: async (ids) => {
      await boss.insert(
        NAME,
        ids.map((id) => ({ data: { id } })),
      );
    },
    work: async (handle) => {
      for (;;) {
        const jobs = await boss.fetch<{ id: string }>(NAME, { batchSize: BATCH });
        if (jobs.length === 0) return;
        let next = 0;
        const lane = async () => {
          for (let at = next++; at < jobs.length; at = next++) await handle(jobs[at]!.data.id);
        };
        await Promise.all(Array.from({ length: AT_ONCE }, lane));
        await boss.complete(
          NAME,
          jobs.map(({ id }) => id),
        );
      }
    },
    close: () => boss.stop({ graceful: false }),
  };
}
