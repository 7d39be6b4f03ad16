import { describe, expect, it } from 'vitest';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const calls = (say: string) =>
  plan(say, situation({ campaign: null, lastFilter: null, pendingApproval: false })).calls;

describe('which campaign did best', () => {
  it.each([
    ['which campaign worked best?', 'replied'],
    ['what was our best campaign this year?', 'replied'],
    ['which campaign got the most replies?', 'replied'],
    ['which mailing had the highest open rate?', 'read'],
    ['which campaign had the most failures', 'failed'],
    ['compare my campaigns', 'replied'],
  ])('is told by a share: “%s”', (say, by) => {
    expect(calls(say)).toEqual([{ name: 'compare_campaigns', args: { by } }]);
  });

  it('is not asked by a list of them', () => {
    expect(calls('which campaigns are running?')).toMatchObject([{ name: 'list_campaigns' }]);
  });
});
