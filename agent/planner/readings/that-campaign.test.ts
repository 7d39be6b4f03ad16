import { describe, expect, it } from 'vitest';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const nothing = { campaign: null, lastFilter: null, pendingApproval: false };

describe('a campaign named by when it was made', () => {
  const made = (...all: readonly (readonly [string, string])[]) => {
    const now = situation(nothing);
    const campaigns = all.map(([id, createdAt]) => ({
      ...{ id, name: id, type: 'renewal', status: 'sending' as const, createdAt },
    }));
    return { ...now, vocabulary: { ...now.vocabulary, campaigns } };
  };
  const THIS_MORNING = ['of today', '2026-11-21T02:00:00Z'] as const;
  const BEFORE = ['of before', '2026-11-18T02:00:00Z'] as const;

  it.each([
    ['cancel the campaign I started this morning', 'stop'],
    ['pause what I sent today', 'pause'],
  ])('is that one: “%s”', (say, action) => {
    const { calls } = plan(say, made(BEFORE, THIS_MORNING));
    expect(calls).toEqual([{ name: 'control_campaign', args: { campaignId: 'of today', action } }]);
  });

  it('is none where none is on its way, and asked for where there are several', () => {
    expect(plan('cancel the campaign I started today', made(BEFORE))).toMatchObject({
      calls: [],
      say: 'No campaign that was made since 21 November 2026 is on its way.',
    });
    const several = plan('stop the campaign that I started', made(BEFORE, THIS_MORNING));
    expect(several.calls).toEqual([{ name: 'list_campaigns', args: {} }]);
    expect(several.say).toMatch(/^2 campaigns/);
  });
});
