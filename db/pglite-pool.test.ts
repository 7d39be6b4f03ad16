import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, pglitePool, wrapPool } from './client.ts';

let database: Database;
beforeAll(async () => {
  database = wrapPool('pglite', (await pglitePool({})) as never);
});
afterAll(() => database.close());

/** How often a timer of 5 ms fired while `work` ran. */
async function firings(work: () => Promise<unknown>): Promise<number> {
  let fired = 0;
  const timer = setInterval(() => {
    fired += 1;
  }, 5);
  await work();
  clearInterval(timer);
  return fired;
}

describe('a long row of statements in the embedded database', () => {
  it('lets timers fire and requests in between them', async () => {
    const fired = await firings(async () => {
      for (let at = 0; at < 500; at++) await database.pool.query('select pg_sleep(0), $1::int', [at]);
    });
    expect(fired).toBeGreaterThan(0);
  });

  it('does so within one transaction too, which stays whole', async () => {
    await database.pool.query('create table whole (n int)');
    const others: number[] = [];
    const fired = await firings(() =>
      database.owner.transaction(async (tx) => {
        const timer = setInterval(async () => {
          const { rows } = await database.pool.query('select count(*)::int as n from whole');
          others.push((rows[0] as { n: number }).n);
        }, 5);
        for (let at = 0; at < 300; at++) await tx.execute(`insert into whole values (${at})`);
        clearInterval(timer);
      }),
    );
    expect(fired).toBeGreaterThan(0);
    await database.pool.query('select 1');
    expect(others.length).toBeGreaterThan(0);
    expect(new Set(others)).toEqual(new Set([300]));
  });
});
