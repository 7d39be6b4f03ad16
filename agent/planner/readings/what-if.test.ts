import { describe, expect, it } from 'vitest';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const planned = (say: string) => plan(say, situation());
const HILTONS = { op: 'in', field: 'brand', values: ['Hilton'] };

describe('what would be, if', () => {
  it('is written and checked, and nobody is asked to approve it', () => {
    const { calls } = planned(
      'what would happen if I sent renewal reminders to all Hiltons expiring in October, is that a lot?',
    );
    expect(calls).toMatchObject([
      { name: 'draft_campaign', args: { type: 'renewal' } },
      { name: 'dry_run', args: { campaignId: '$draft' } },
    ]);
    expect(calls).toHaveLength(2);
  });

  it('asks what it would ask of the request itself', () => {
    expect(planned('what would happen if I sent renewal reminders to the Zorblatts?').question).toBeDefined();
  });

  it.each([
    'how many people would get it if I wrote to all Hiltons?',
    'how many customers would receive a message if we sent one to the Hiltons',
  ])('is how far they can be reached, whoever was written to before: “%s”', (say) => {
    expect(planned(say).calls).toEqual([{ name: 'measure_reach', args: { filter: HILTONS } }]);
  });
});
