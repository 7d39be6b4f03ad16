import { describe, expect, it } from 'vitest';
import { netPromoterScore } from './net-promoter-score.ts';

const times = (count: number, score: number): number[] => Array.from({ length: count }, () => score);

describe('the net promoter score', () => {
  it('is promoters less detractors of all answers, passives among them', () => {
    expect(netPromoterScore([10, 9, 8, 7, 6, 0])).toMatchObject({
      answers: 6,
      promoters: 2,
      passives: 2,
      detractors: 2,
      score: 0,
    });
    expect(netPromoterScore([...times(5, 9), ...times(3, 8), ...times(2, 6)]).score).toBe(30);
  });

  it('is not known before somebody answers', () => {
    expect(netPromoterScore([])).toMatchObject({ answers: 0, score: null, low: null, high: null });
  });

  it('has an interval that holds it, and narrows with more answers', () => {
    const few = netPromoterScore([...times(5, 10), ...times(3, 8), ...times(2, 3)]);
    const many = netPromoterScore([...times(500, 10), ...times(300, 8), ...times(200, 3)]);
    for (const { score, low, high } of [few, many]) {
      expect(low).toBeLessThan(score ?? 0);
      expect(high).toBeGreaterThan(score ?? 0);
    }
    expect(many).toMatchObject({ score: 30, low: 25.1, high: 34.7 });
    expect((few.high ?? 0) - (few.low ?? 0)).toBeGreaterThan(75);
  });

  it('is not certain after three who all agree', () => {
    const { score, low, high } = netPromoterScore([10, 10, 10]);
    expect(score).toBe(100);
    expect(low).toBeLessThan(40);
    expect(high).toBeLessThanOrEqual(100);
  });
});
