import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer, type Voice } from '../test/server.ts';
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
});
