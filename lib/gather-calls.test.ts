import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { gatherCalls } from './gather-calls.ts';

function recorded(fails: (items: readonly number[]) => boolean = () => false) {
  const runs: string[] = [];
  const call = gatherCalls(async (key, items: readonly number[]) => {
    runs.push(`${key}: ${items.join()}`);
    await pause(5);
    if (fails(items)) throw new Error(`failed with ${items.join()}`);
    return items.map((item) => item * 10);
  });
  return { runs, call };
}

describe('gathering calls', () => {
  it('takes what comes together in one run, and what comes meanwhile in the next, in order', async () => {
    const { runs, call } = recorded();
    const first = [call('a', 1), call('a', 2)];
    await pause(2);
    const second = [call('a', 3), call('a', 4)];
    expect(await Promise.all([...first, ...second])).toEqual([10, 20, 30, 40]);
    expect(runs).toEqual(['a: 1,2', 'a: 3,4']);
  });

  it('waits for more as long as it is told to, before each run', async () => {
    const begins: (() => void)[] = [];
    const runs: string[] = [];
    const call = gatherCalls(
      async (_, items: readonly number[]) => {
        runs.push(items.join());
        return items;
      },
      () => new Promise<void>((begin) => begins.push(begin)),
    );
    const first = [call('a', 1)];
    await nextTurn();
    first.push(call('a', 2));
    begins[0]!();
    await Promise.all(first);
    const second = call('a', 3);
    expect(begins).toHaveLength(2);
    begins[1]!();
    await second;
    expect(runs).toEqual(['1,2', '3']);
  });

  it('keeps keys apart', async () => {
    const { runs, call } = recorded();
    await Promise.all([call('a', 1), call('b', 2)]);
    expect(runs).toEqual(['a: 1', 'b: 2']);
  });

  it('does each alone when they fail together, and tells only the one that fails', async () => {
    const { runs, call } = recorded((items) => items.includes(2));
    const told = await Promise.allSettled([call('a', 1), call('a', 2), call('a', 3)]);
    expect(told.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual([
      10,
      'Error: failed with 2',
      30,
    ]);
    expect(runs).toEqual(['a: 1,2,3', 'a: 1', 'a: 2', 'a: 3']);
  });

  it('goes on after a failure', async () => {
    const { call } = recorded((items) => items.includes(2));
    await expect(call('a', 2)).rejects.toThrow('failed with 2');
    expect(await call('a', 3)).toBe(30);
  });

  it('takes no more than a hundred at once', async () => {
    const { runs, call } = recorded();
    await Promise.all(Array.from({ length: 101 }, (_, at) => call('a', at)));
    expect(runs.map((run) => run.split(',').length)).toEqual([100, 1]);
  });
});
