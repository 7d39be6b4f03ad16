import { expect, it } from 'vitest';
import { oneAhead } from './one-ahead.ts';

/** One to three; `told` hears what is begun, and that it is over. */
async function* three(told: string[], fails?: number) {
  try {
    for (let at = 1; at <= 3; at += 1) {
      told.push(`begin ${at}`);
      await Promise.resolve();
      if (at === fails) throw new Error(`${at} failed`);
      yield at;
    }
  } finally {
    told.push('over');
  }
}

it('gives all in their order, and has begun the next one, no more, when one is given', async () => {
  const told: string[] = [];
  const given: number[] = [];
  for await (const one of oneAhead(three(told))) {
    given.push(one);
    expect(told.filter((word) => word.startsWith('begin'))).toHaveLength(Math.min(one + 1, 3));
  }
  expect([given, told.at(-1)]).toEqual([[1, 2, 3], 'over']);
});

it('gives what came before a failure, and then fails', async () => {
  const given: number[] = [];
  const read = async () => {
    for await (const one of oneAhead(three([], 3))) given.push(one);
  };
  await expect(read()).rejects.toThrow('3 failed');
  expect(given).toEqual([1, 2]);
});

it('leaves nothing under way when its reader stops or fails, whatever becomes of the next', async () => {
  for (const fails of [undefined, 2]) {
    const told: string[] = [];
    for await (const _ of oneAhead(three(told, fails))) break;
    expect(told.slice(1)).toEqual(['begin 2', 'over']);
    const again: string[] = [];
    const read = async () => {
      for await (const one of oneAhead(three(again, fails))) throw new Error(`the reader of ${one}`);
    };
    await expect(read()).rejects.toThrow('the reader of 1');
    expect(again.at(-1)).toBe('over');
  }
});

it('takes what is there already', async () => {
  const given: number[] = [];
  for await (const one of oneAhead([1, 2])) given.push(one);
  expect(given).toEqual([1, 2]);
});
