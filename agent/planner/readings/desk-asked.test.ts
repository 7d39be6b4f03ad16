import { describe, expect, it } from 'vitest';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const planned = (say: string) =>
  plan(say, situation({ campaign: null, lastFilter: null, pendingApproval: false }));
const GYMS = { op: 'in', field: 'type', values: ['Gym'] };
const HILTONS = { op: 'in', field: 'brand', values: ['Hilton'] };

// Today is Saturday 21 November 2026.
describe('what customers answered', () => {
  it.each<[string, object]>([
    ['did anyone complain this week?', { intent: 'complaint', since: '2026-11-16' }],
    ['who complained since Monday?', { intent: 'complaint', since: '2026-11-16' }],
    ['any complaints from the gyms?', { intent: 'complaint', filter: GYMS }],
    ['did the Hiltons complain?', { intent: 'complaint', filter: HILTONS }],
    [
      'how many complaints did we get from the gyms this year?',
      { intent: 'complaint', filter: GYMS, since: '2026-01-01' },
    ],
    ['any bad news today?', { intent: 'complaint', since: '2026-11-21' }],
    ['did anybody ask for a call?', { intent: 'callback' }],
    ['who wants to cancel?', { intent: 'decline' }],
    [
      'questions from the Hiltons since 1 November',
      { intent: 'question', filter: HILTONS, since: '2026-11-01' },
    ],
    ['have any customers unsubscribed this month?', { intent: 'opt_out', since: '2026-11-01' }],
    ['any replies since yesterday?', { since: '2026-11-20' }],
    ['did any of the Hiltons answer this week?', { filter: HILTONS, since: '2026-11-16' }],
  ])('“%s” lists those of that kind, those customers and that time', (say, args) => {
    expect(planned(say).calls).toEqual([{ name: 'list_replies', args }]);
  });

  it('is summed up for the time that was said, which is told', () => {
    const { calls, say } = planned('what did the Hiltons say last week?');
    expect(calls).toEqual([{ name: 'summarise_replies', args: { filter: HILTONS, since: '2026-11-09' } }]);
    expect(say).toBe('Since 9 November 2026.');
  });

  it.each(['which customers replied in October', 'list the hotels that replied last week'])(
    'is not asked for where customers are: “%s”',
    (say) => {
      expect(planned(say).calls).toMatchObject([{ name: 'find_customers' }]);
    },
  );
});
