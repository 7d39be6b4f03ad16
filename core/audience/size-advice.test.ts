import { describe, expect, it } from 'vitest';
import { adviseSize, sampleSize } from './size-advice.ts';

const channel = (name: string, reachable: number) => ({ channel: name, reachable });
const reach = (...channels: ReturnType<typeof channel>[]) => ({
  reachableContacts: channels.reduce((sum, one) => sum + one.reachable, 0),
  channels,
});
const account = (left: number) => ({
  ...{ accountId: 'a', channel: 'email', provider: 'smtp', name: 'Mail', price: null },
  windows: [
    { perMs: 1, max: 1000, used: 0, left: 1000 },
    { perMs: 2, max: 100, used: 100 - left, left },
  ],
});
const known = { rate: 0.1, isAssumed: false };

describe('the size of a test', () => {
  it('agrees with the published tables', () => {
    // Fleiss, Levin and Paik, table A.4 without its continuity correction: 10 % against 20 %, 5 % against 10 %.
    expect(sampleSize(0.1, 0.2)).toBe(199);
    expect(sampleSize(0.05, 0.1)).toBe(435);
    expect(sampleSize(0.2, 0.1)).toBe(199);
  });
});

describe('advice', () => {
  it('is silent where the size is right', () => {
    expect(
      adviseSize({ reach: reach(channel('email', 500)), limits: [account(600)], baseline: known }),
    ).toEqual([]);
  });

  it('says what a test would take, and whether the rate is known', () => {
    const [advice] = adviseSize({
      reach: reach(channel('email', 50)),
      limits: [account(60)],
      baseline: known,
    });
    expect(advice).toMatchObject({ kind: 'too_small_for_test', have: 50, limit: 398 });
    expect(advice!.words).toContain('with your reply rate of 10%');
    const assumed = { rate: 0.9, isAssumed: true };
    const [other] = adviseSize({
      reach: reach(channel('email', 50)),
      limits: [account(60)],
      baseline: assumed,
    });
    expect(other!.words).toContain('90% from 95% (assuming a reply rate of 90%)');
  });

  it('names the tightest limit, and a channel without an account', () => {
    const both = reach(channel('email', 500), channel('line', 3), channel('sms', 0));
    expect(adviseSize({ reach: both, limits: [account(7)], baseline: known })).toMatchObject([
      { kind: 'over_limit', channel: 'email', have: 500, limit: 7 },
      { kind: 'no_account', channel: 'line', have: 3 },
    ]);
  });

  it('says only that nobody can be reached, where nobody can', () => {
    expect(adviseSize({ reach: reach(channel('sms', 0)), limits: [], baseline: known })).toMatchObject([
      { kind: 'nobody' },
    ]);
  });
});
