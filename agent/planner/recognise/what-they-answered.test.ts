import { describe, expect, it } from 'vitest';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const calls = (say: string) =>
  plan(say, situation({ campaign: null, lastFilter: null, pendingApproval: false })).calls;
const did = (field: string, from: string | null = null, to: string | null = null) => ({
  ...{ op: 'did', field, from, to },
});

describe('what customers answered', () => {
  it.each([
    ['send a thank you to the customers who said yes', did('said_yes')],
    ['list the customers that asked for a call this week', did('asked_for_call', '2026-11-16', '2026-11-22')],
    ['show customers who said no since October', did('said_no', '2026-10-01')],
    [
      'renewal reminders to everybody except those who complained in the last 30 days',
      { not: did('sent_complaint', '2026-10-22', '2026-11-21') },
    ],
  ])('is a condition on them: “%s”', (say, filter) => {
    expect(calls(say)[0]?.args.filter).toEqual(filter);
  });

  it('is looked up where nobody else is spoken of', () => {
    expect(calls('who said yes?')).toEqual([{ name: 'list_replies', args: { intent: 'accept' } }]);
    expect(calls('who complained?')).toEqual([{ name: 'list_replies', args: { intent: 'complaint' } }]);
  });
});
