import { describe, expect, it } from 'vitest';
import { byCodePoint, withAdded, without } from './ordered-list.ts';

const WORDS = ['a', 'ab', 'b', 'ä', 'Ａホテル', '🏨 Hotel', '𝓗otel', '一', '', 'Z', '\uE000', '\uFFFD'];

describe('lists in order', () => {
  it('are ordered by the bytes of their UTF-8', () => {
    const byBytes = WORDS.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect(WORDS.toSorted(byCodePoint)).toEqual(byBytes);
  });

  it('have what comes in its place, and lack what goes, wherever that is', () => {
    const all = WORDS.toSorted(byCodePoint);
    for (let chosen = 0; chosen < 2 ** all.length; chosen += 7) {
      const come = all.filter((_, at) => (chosen >> at) % 2 === 1);
      const rest = all.filter((_, at) => (chosen >> at) % 2 === 0);
      expect(withAdded(rest, come, byCodePoint)).toEqual(all);
      expect(without(all, come, byCodePoint)).toEqual(rest);
    }
  });

  it('are the same where nothing comes or goes, also what is not there', () => {
    const all = ['b', 'd'];
    expect(withAdded(all, [], byCodePoint)).toBe(all);
    expect(without(all, [], byCodePoint)).toBe(all);
    expect(without(all, ['a', 'c', 'e'], byCodePoint)).toEqual(all);
  });
});
