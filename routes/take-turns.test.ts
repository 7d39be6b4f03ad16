import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer, type Voice } from '../test/server.ts';
import { until } from '../test/until.ts';
import type { ServerDeps } from './deps.ts';
import { buildServer } from './server.ts';
import { openTurns } from './take-turns.ts';

const NEVER = 2_000_000_000;

/** Asks for a turn; what began is told in its order, with how to end it. */
function asking(turns: ReturnType<typeof openTurns>) {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const ask = (whose: string) =>
    turns.begin(whose).then((end) => {
      begun.push(whose);
      ends.push(end);
    });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return { begun, ends, ask, settled };
}

describe('turns', () => {
  it('are so many at once; the next begins when one ends, and once however often it is said', async () => {
    const turns = openTurns({ atOnce: 2, longestMs: NEVER });
    const { begun, ends, ask, settled } = asking(turns);
    for (const whose of ['a', 'a', 'a', 'a']) void ask(whose);
    await settled();
    expect([begun.length, turns.waiting()]).toEqual([2, 2]);
    ends[0]!();
    ends[0]!();
    await settled();
    expect([begun.length, turns.waiting()]).toEqual([3, 1]);
  });

  it('go round the workspaces: who asked for many waits behind their own', async () => {
    const { begun, ends, ask, settled } = asking(openTurns({ atOnce: 1, longestMs: NEVER }));
    for (const whose of ['a', 'a', 'a', 'b', 'c', 'b']) void ask(whose);
    for (let at = 0; at < 6; at++) {
      await settled();
      ends[at]!();
    }
    expect(begun).toEqual(['a', 'a', 'b', 'c', 'a', 'b']);
  });

  it('are not waited for where one lasts', async () => {
    const turns = openTurns({ atOnce: 1, longestMs: 1 });
    const { begun, ends, ask } = asking(turns);
    await ask('a');
    await ask('b');
    await ask('c');
    expect(begun).toEqual(['a', 'b', 'c']);
    // The end of what was no longer waited for lets nobody in a second time.
    for (const end of ends) end();
    expect(turns.waiting()).toBe(0);
  });
});

describe('what computes long', () => {
  let server: TestServer;
  let manager: Voice;
  beforeAll(async () => {
    server = await openTestServer();
    manager = await server.signIn('manager');
  });
  afterAll(() => server.close());

  it('is answered in turn, while everything else is answered at once', async () => {
    const turns = openTurns({ atOnce: 1, longestMs: NEVER });
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
    const app = buildServer({ ...server.deps, turns, agent });
    const { headers } = manager;
    const talk = () =>
      app.inject({ method: 'POST', url: '/api/v1/chat', headers, payload: { text: 'hello' } });
    const first = talk();
    await until(
      async () => talking,
      (count) => count === 1,
    );
    const second = talk();
    const long = app.inject({ url: '/api/v1/brands/proposals', headers });
    await until(
      async () => turns.waiting(),
      (count) => count === 2,
    );
    expect((await app.inject({ url: '/api/v1/me', headers })).statusCode).toBe(200);
    expect([talking, turns.waiting()]).toEqual([1, 2]);
    release.resolve();
    await Promise.all([first, second]);
    expect([(await long).statusCode, talking, turns.waiting()]).toEqual([200, 2, 0]);
    await app.close();
  });
});
