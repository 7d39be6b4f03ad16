import { spawn } from 'node:child_process';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../core/context.ts';
import { createLog } from '../lib/log.ts';
import { openTestDatabase } from '../test/database.ts';
import { findRedis } from '../test/machine.ts';
import { freePort } from '../test/postgres-server.ts';
import { type Jobs, startJobs } from './start-jobs.ts';

let database: Database;
let jobs: Jobs;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
afterEach(() => jobs.close());

/** A tick that counts its looks, and has work due as often as `due` says. */
function ticksOf(tenants: string[], due: (looks: number) => Date | null = () => null) {
  const looks: string[] = [];
  const ticks = {
    listTenants: async () => tenants,
    tenant: async (tenantId: string) => {
      looks.push(tenantId);
      return { nextAt: due(looks.length) };
    },
  };
  return { looks, ticks };
}

async function until(isThere: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 100 && !isThere(); attempt++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect(isThere()).toBe(true);
}

const log = createLog('error');

function behaviour(name: string, redisUrl: () => string | undefined) {
  describe(name, () => {
    it('looks at a tenant that is woken, once for many wake-ups at a time', async () => {
      const { looks, ticks } = ticksOf([]);
      jobs = await startJobs({ database, redisUrl: redisUrl(), ticks, log, sweepEveryMs: 60_000 });
      for (let i = 0; i < 20; i++) jobs.wake('a');
      await until(() => looks.length > 0);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(looks.length).toBeLessThan(5);
    });

    it('looks again when work falls due', async () => {
      const { looks, ticks } = ticksOf([], (count) => (count < 3 ? new Date(Date.now() + 100) : null));
      jobs = await startJobs({ database, redisUrl: redisUrl(), ticks, log, sweepEveryMs: 60_000 });
      jobs.wake('b');
      await until(() => looks.length === 3);
    });

    it('finds by itself what no wake-up told of', async () => {
      const { looks, ticks } = ticksOf(['c', 'd']);
      jobs = await startJobs({ database, redisUrl: redisUrl(), ticks, log, sweepEveryMs: 300 });
      await until(() => looks.includes('c') && looks.includes('d'));
    });
  });
}

behaviour('the queue on the database', () => undefined);

const redisServer = findRedis();
describe.skipIf(!redisServer)('with Redis', () => {
  let url: string;
  let server: ReturnType<typeof spawn>;
  beforeAll(async () => {
    const port = await freePort();
    url = `redis://127.0.0.1:${port}`;
    server = spawn(
      redisServer!,
      ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
      { stdio: 'ignore' },
    );
    const probe = new Redis(url, { maxRetriesPerRequest: null });
    await probe.ping();
    probe.disconnect();
  });
  afterAll(() => {
    server.kill('SIGKILL');
  });

  behaviour('the queue on Redis', () => url);

  it('goes on looking after the whole of Redis was emptied', async () => {
    const { looks, ticks } = ticksOf(['e']);
    jobs = await startJobs({ database, redisUrl: url, ticks, log, sweepEveryMs: 300 });
    await until(() => looks.length > 0);
    const client = new Redis(url, { maxRetriesPerRequest: null });
    await client.flushall();
    client.disconnect();
    const before = looks.length;
    jobs.wake('e');
    await until(() => looks.length > before);
  });
});
