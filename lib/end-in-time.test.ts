import { describe, expect, it } from 'vitest';
import { endInTime } from './end-in-time.ts';

async function ending(end: () => Promise<void>, seconds = 5) {
  const codes: number[] = [];
  const said: string[] = [];
  const log = { error: (_fields: object, words: string) => void said.push(words) };
  await endInTime({ end, seconds, log: log as never, exit: (code) => void codes.push(code) });
  return { codes, said };
}

describe('a process that was told to stop', () => {
  it('ends once what it had begun is finished', async () => {
    expect(await ending(async () => {})).toEqual({ codes: [0], said: [] });
  });

  it('does not wait for ever for what hangs, and says so', async () => {
    const { codes, said } = await ending(() => new Promise(() => {}), 0.01);
    expect(codes).toEqual([1]);
    expect(said[0]).toMatch(/in time/);
  });

  it('says when it could not end well', async () => {
    const { codes, said } = await ending(() => Promise.reject(new Error('no database')));
    expect(codes).toEqual([1]);
    expect(said).toHaveLength(1);
  });
});
