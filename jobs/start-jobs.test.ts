import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../core/context.ts';
import { openTestDatabase } from '../test/database.ts';
import { describeQueue, listen, NEVER_MS, pause } from '../test/describe-queue.ts';
import { startJobs } from './start-jobs.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describeQueue('the queue on the database', {
  database: () => database,
  empty: async () => {
    const { rows } = await database.pool.query<{ name: string }>(
      `select quote_ident(relname) as name from pg_class
       where relnamespace = 'bullmq'::regnamespace and relkind = 'r' and relname <> 'migration'`,
    );
    const tables = rows.map(({ name }) => `bullmq.${name}`);
    await database.pool.query(`truncate ${tables.join(', ')}`);
  },
});

it('gives every connection back that it borrowed, however soon it is closed', async () => {
  const { pool } = database;
  const { log } = listen();
  const ticks = { listTenants: async () => ['a'], tenant: async () => ({ nextAt: null }) };
  for (const ms of [0, 0, 1, 5, 20, 60, 0]) {
    const jobs = await startJobs({ database, ticks, log, sweepEveryMs: NEVER_MS });
    jobs.wake('z');
    await pause(ms);
    await jobs.close();
  }
  await pause(200);
  expect(pool.totalCount).toBe(pool.idleCount);
  expect(pool.listenerCount('error')).toBeLessThan(2);
});
