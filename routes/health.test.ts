import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer, type Voice } from '../test/server.ts';
import { until } from '../test/until.ts';
import type { ServerDeps } from './deps.ts';
import { buildServer } from './server.ts';

let server: TestServer;
let manager: Voice;
beforeAll(async () => {
  server = await openTestServer();
  manager = await server.signIn('manager');
});
afterAll(() => server.close());

describe('health', () => {
  it('is ok while the database answers, for anybody', async () => {
    for (const url of ['/health', '/api/v1/health']) {
      const answer = await server.anonymous.get(url);
      expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'ok', database: 'reachable' }]);
    }
  });

  it('says so when the database does not', async () => {
    const closed = { execute: () => Promise.reject(new Error('connection refused at 10.0.0.1')) };
    const app = buildServer({
      ...server.deps,
      database: { ...server.database, owner: closed as unknown as TestServer['database']['owner'] },
    });
    const answer = await app.inject('/health');
    expect([answer.statusCode, answer.json()]).toEqual([503, { status: 'failing', database: 'unreachable' }]);
    await app.close();
  });
});

describe('readiness', () => {
  const CURRENT = { database: 'reachable', schema: 'current', queue: 'reachable', ending: false };
  const stands = async (given: Partial<ServerDeps>) => {
    const app = buildServer({ ...server.deps, ...given });
    const answer = await app.inject('/ready');
    await app.close();
    return [answer.statusCode, answer.json()];
  };

  it('is there while the database is at this version and nobody told the process to stop', async () => {
    expect(await stands({})).toEqual([200, { status: 'ready', ...CURRENT }]);
    const ending = await stands({ stand: () => ({ isEnding: true, isQueueThere: true }) });
    expect(ending).toEqual([503, { status: 'not ready', ...CURRENT, ending: true }]);
  });

  it('does without the queue, and says so', async () => {
    const alone = await stands({ stand: () => ({ isEnding: false, isQueueThere: false }) });
    expect(alone).toEqual([200, { status: 'ready', ...CURRENT, queue: 'unreachable' }]);
  });

  it('is not there while the database lacks a migration, or does not answer', async () => {
    const owner = (execute: () => Promise<unknown>) =>
      ({ database: { ...server.database, owner: { execute } } }) as unknown as Partial<ServerDeps>;
    const behind = await stands(owner(async () => ({ rows: [{ count: 3 }] })));
    expect(behind).toEqual([503, { status: 'not ready', ...CURRENT, schema: 'behind' }]);
    const away = await stands(owner(() => Promise.reject(new Error('refused'))));
    expect(away).toMatchObject([503, { database: 'unreachable', schema: 'unknown' }]);
  });
});

describe('more than the process can do', () => {
  it('is turned away at once and told when to come back, but for those who ask how it is', async () => {
    const load = { waiting: () => 11, maxWaiting: 10 };
    const app = buildServer({ ...server.deps, load });
    const away = await app.inject({ url: '/api/v1/me', headers: manager.headers });
    expect([away.statusCode, away.json().error.code]).toEqual([503, 'server:busy']);
    expect(Number(away.headers['retry-after'])).toBeGreaterThan(0);
    expect((await app.inject('/health')).statusCode).toBe(200);
    load.maxWaiting = 11;
    const taken = await app.inject({ url: '/api/v1/me', headers: manager.headers });
    expect(taken.statusCode).toBe(200);
    await app.close();
  });

  it('is shared out: who asks for more than all others together leaves them half of the line', async () => {
    const load = { waiting: () => 0, maxWaiting: 10 };
    const release = Promise.withResolvers<void>();
    let talking = 0;
    const agent: ServerDeps['agent'] = {
      async *ask() {
        talking += 1;
        await release.promise;
        yield* [];
      },
      report: async () => {},
    };
    const app = buildServer({ ...server.deps, load, agent });
    const { voice: neighbour } = await server.neighbour('manager');
    const me = async ({ headers }: Voice) => (await app.inject({ url: '/api/v1/me', headers })).statusCode;
    const talk = async ({ headers }: Voice) =>
      (await app.inject({ method: 'POST', url: '/api/v1/chat', headers, payload: { text: 'hello' } }))
        .statusCode;
    // Both were here before.
    expect([await me(manager), await me(neighbour)]).toEqual([200, 200]);
    const noisy = [1, 2, 3].map(() => talk(manager));
    const quiet = [talk(neighbour)];
    await until(
      async () => talking,
      (count) => count === 4,
    );
    load.waiting = () => 6;
    expect([await me(manager), await me(neighbour)]).toEqual([503, 200]);
    load.waiting = () => 11;
    expect(await me(neighbour)).toBe(503);
    load.waiting = () => 6;
    release.resolve();
    await Promise.all([...noisy, ...quiet]);
    // What was in progress is over: nobody has more than the others.
    expect(await me(manager)).toBe(200);
    await app.close();
  });
});
