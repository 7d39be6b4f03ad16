import { describe, expect, it } from 'vitest';
import { estimate } from './count-audience.ts';

/** A table of `pages` pages, each with as many hits as `hitsOf` says, sampled with a generator of its own. */
function sampled(pages: readonly number[], { share, seed }: { share: number; seed: number }) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const drawn = pages.filter(() => next() < share);
  return {
    hits: drawn.reduce((sum, hits) => sum + hits, 0),
    squares: drawn.reduce((sum, hits) => sum + hits ** 2, 0),
  };
}

describe('an estimate from sampled pages', () => {
  it.each<[string, (page: number) => number]>([
    ['spread evenly', () => 10],
    ['spread unevenly', (page) => page % 21],
    ['in clumps', (page) => (page % 50 < 5 ? 20 : 0)],
  ])('holds the true number in about nineteen of twenty samples: %s', (_what, hitsOf) => {
    const pages = Array.from({ length: 4000 }, (_, page) => hitsOf(page));
    const total = pages.reduce((sum, hits) => sum + hits, 0);
    const share = 0.1;
    const held = Array.from({ length: 400 }, (_, at) => {
      const { low, high } = estimate(sampled(pages, { share, seed: 77 + at * 7919 }), share);
      return low <= total && total <= high;
    }).filter(Boolean).length;
    expect(held / 400).toBeGreaterThan(0.9);
    expect(held / 400).toBeLessThan(0.995);
  });

  it('never says less than it has seen, and leaves room where it has seen nobody', () => {
    expect(estimate({ hits: 3, squares: 9 }, 0.5)).toMatchObject({ value: 6, isExact: false });
    expect(estimate({ hits: 3, squares: 9 }, 0.5).low).toBe(3);
    expect(estimate({ hits: 0, squares: 0 }, 0.01)).toEqual({ value: 0, low: 0, high: 300, isExact: false });
  });

  it('is the number itself when everything was read', () => {
    expect(estimate({ hits: 7, squares: 19 }, 1)).toEqual({ value: 7, low: 7, high: 7, isExact: true });
  });
});
