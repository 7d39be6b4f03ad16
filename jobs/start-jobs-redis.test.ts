import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../core/context.ts';
import { openTestDatabase } from '../test/database.ts';
import { describeQueue, listen, until } from '../test/describe-queue.ts';
import { findRedis } from '../test/machine.ts';
import { type RedisServer, startRedis } from '../test/redis-server.ts';
import { startJobs } from './start-jobs.ts';

describe.skipIf(!findRedis())('with Redis', () => {
  let database: Database;
  let redis: RedisServer & { port: number };
  beforeAll(async () => {
    database = await openTestDatabase();
    redis = await startRedis();
  });
  afterAll(async () => {
    await redis.stop();
    await database.close();
  });

  describeQueue('the queue on Redis', {
    database: () => database,
    redisUrl: () => redis.url,
    empty: () => redis.empty(),
  });

  it('looks without Redis while it is away, says so once, and with it again when it is back', async () => {
    const { said, log } = listen();
    const looks: string[] = [];
    const ticks = {
      listTenants: async () => ['f'],
      tenant: async (tenantId: string) => {
        looks.push(tenantId);
        return { nextAt: null };
      },
    };
    const jobs = await startJobs({ database, redisUrl: redis.url, ticks, log, sweepEveryMs: 300 });
    await until(() => looks.length > 0);
    await redis.stop();
    const before = looks.length;
    await until(() => looks.length > before + 2);
    jobs.wake('g');
    await until(() => looks.includes('g'));
    expect(said.map(({ level }) => level)).toEqual([40]);
    redis = await startRedis(redis.port);
    jobs.wake('h');
    await until(() => looks.includes('h'));
    await jobs.close();
  });

  it('lets a look that runs finish, although Redis went away meanwhile', async () => {
    const { log } = listen();
    const ended = Promise.withResolvers<void>();
    let [began, isDone] = [false, false];
    const ticks = {
      listTenants: async () => ['slow'],
      tenant: async () => {
        began = true;
        await ended.promise;
        isDone = true;
        return { nextAt: null };
      },
    };
    const jobs = await startJobs({ database, redisUrl: redis.url, ticks, log });
    await until(() => began);
    await redis.stop();
    await until(() => !jobs.isQueueThere());
    const closing = jobs.close();
    setTimeout(ended.resolve, 200);
    await closing;
    expect(isDone).toBe(true);
    redis = await startRedis(redis.port);
  });

  it('starts and stops where Redis does not answer at all', async () => {
    const { log } = listen();
    const looks: string[] = [];
    const ticks = {
      listTenants: async () => ['f'],
      tenant: async (tenantId: string) => {
        looks.push(tenantId);
        return { nextAt: null };
      },
    };
    const away = await startRedis();
    await away.stop();
    const jobs = await startJobs({ database, redisUrl: away.url, ticks, log, sweepEveryMs: 300 });
    await until(() => looks.length > 2);
    await jobs.close();
  });
});
