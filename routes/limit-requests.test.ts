import { setTimeout } from 'node:timers/promises';
import rateLimit from '@fastify/rate-limit';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSharedLimits, type TakeOfLimit } from '../core/access/take-of-limit.ts';
import { openTestServer } from '../test/server.ts';
import { openTestWorkspace, type TestWorkspace } from '../test/workspace.ts';
import { sharedBy } from './shared-limit.ts';

it('one person or token asks so often in a minute and no more, whatever others ask', async () => {
  const server = await openTestServer({ requestsPerMinute: 3 });
  const manager = await server.signIn('manager');
  const statuses = async (voice = manager, times = 4) => {
    const answers = [];
    for (let i = 0; i < times; i++) answers.push((await voice.get('/api/v1/me')).statusCode);
    return answers;
  };
  expect(await statuses()).toEqual([200, 200, 200, 429]);
  const refused = await manager.get('/api/v1/me');
  expect(refused.json().error).toMatchObject({ code: 'request:too_many', nextStep: expect.any(String) });
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(await statuses(await server.signIn('manager'), 3)).toEqual([200, 200, 200]);
  expect(await statuses(await server.script('manager'), 4)).toEqual([200, 200, 200, 429]);
  await server.close();
});

describe('a limit that processes share', () => {
  const MINUTE = { timeWindow: 60_000 };
  let workspace: TestWorkspace;
  beforeAll(async () => {
    workspace = await openTestWorkspace();
  });
  afterAll(() => workspace.close());

  /** Two servers that know each other by the database only, and take of one limit. */
  async function openTwo(max: number) {
    const take = openSharedLimits(workspace.database);
    const servers = await Promise.all(
      [0, 1].map(async () => {
        const app = Fastify();
        const taken: TakeOfLimit = async (asked) => take({ ...asked, key: `${max} ${asked.key}` });
        await app.register(rateLimit, { max, ...MINUTE, ...sharedBy({ takeOfLimit: taken }, 'test') });
        app.get('/', async () => 'yes');
        app.get('/less', { config: { rateLimit: { max: 2, ...MINUTE } } }, async () => 'yes');
        return app;
      }),
    );
    const ask = async (at: number, url = '/') => (await servers[at]!.inject({ url })).statusCode;
    const close = async () => {
      for (const app of servers) await app.close();
    };
    return { ask, close };
  }

  it('lets through as many as one process would, whichever are asked, and one route’s apart', async () => {
    const { ask, close } = await openTwo(5);
    const answers = await Promise.all([0, 1, 0, 1, 0, 1, 0, 1].map((at) => ask(at)));
    expect(answers.filter((status) => status === 200)).toHaveLength(5);
    expect(answers.filter((status) => status === 429)).toHaveLength(3);
    expect([await ask(0, '/less'), await ask(1, '/less'), await ask(0, '/less')]).toEqual([200, 200, 429]);
    await close();
  });

  it('is taken in parts where it is large: never more in all, and few less', async () => {
    const { ask, close } = await openTwo(200);
    const answers = await Promise.all(Array.from({ length: 420 }, (_, at) => ask(at % 2)));
    const passed = answers.filter((status) => status === 200).length;
    expect(passed).toBeGreaterThan(190);
    expect(passed).toBeLessThanOrEqual(200);
    await close();
  });

  it('begins anew when its time is over, and forgets whom it was about', async () => {
    const take = openSharedLimits(workspace.database);
    const asked = { key: 'somebody@example.com', count: 3, windowMs: 20 };
    expect((await take(asked)).taken).toBe(3);
    await setTimeout(30);
    expect((await take(asked)).taken).toBe(3);
    const { rows } = await workspace.database.pool.query('select key from limits.windows');
    expect(JSON.stringify(rows)).not.toContain('somebody');
  });
});
