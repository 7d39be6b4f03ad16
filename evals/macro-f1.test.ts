import { expect, it } from 'vitest';
import { macroF1 } from './macro-f1.ts';

const times = (count: number, wanted: string, got: string) =>
  Array.from({ length: count }, () => ({ wanted, got }));

it('counts a rare label as much as a frequent one', () => {
  // Ten of ten frequent ones right but for the two read into them; none of the two rare ones.
  const { share } = macroF1([...times(10, 'often', 'often'), ...times(2, 'rare', 'often')]);
  expect(share).toBeCloseTo((20 / 22 + 0) / 2);
});

it('has bounds that hold the share, and close up when all is right', () => {
  const { share, low, high } = macroF1([
    ...times(40, 'a', 'a'),
    ...times(6, 'a', 'b'),
    ...times(20, 'b', 'b'),
  ]);
  expect(low).toBeLessThan(share);
  expect(high).toBeGreaterThan(share);
  expect(macroF1(times(10, 'a', 'a'))).toEqual({ share: 1, low: 1, high: 1 });
});
