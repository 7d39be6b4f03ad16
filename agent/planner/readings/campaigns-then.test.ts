import { describe, expect, it } from 'vitest';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const planned = (say: string) =>
  plan(say, situation({ campaign: null, lastFilter: null, pendingApproval: false }));

describe('campaigns by when they go out', () => {
  it.each([
    ['which campaigns went out last week?', { isOut: true, from: '2026-11-09', to: '2026-11-15' }],
    ['what was sent yesterday?', { isOut: true, from: '2026-11-20', to: '2026-11-20' }],
    ['list campaigns that were sent in October', { isOut: true, from: '2026-10-01', to: '2026-10-31' }],
    ['what goes out tomorrow?', { from: '2026-11-22', to: '2026-11-22' }],
    ['what is scheduled for next week?', { from: '2026-11-23', to: '2026-11-29' }],
    ['is anything scheduled for Friday', { from: '2026-11-27', to: '2026-11-27' }],
    ['what is going out?', { from: '2026-11-21' }],
    ['which campaigns are scheduled?', { status: 'scheduled' }],
  ])('are listed: “%s”', (say, args) => {
    expect(planned(say).calls).toEqual([{ name: 'list_campaigns', args }]);
  });

  it('are shown and not stopped by that alone', () => {
    const { calls, say } = planned('cancel whatever is going out tomorrow');
    expect(calls).toEqual([{ name: 'list_campaigns', args: { from: '2026-11-22', to: '2026-11-22' } }]);
    expect(say).toMatch(/Say which of them/);
  });
});

describe('somebody, and no campaign', () => {
  it.each([
    'stop mailing Hilton Pattaya',
    'Hilton Pattaya wants no more WhatsApp, only email',
    'when was the Hilton Pattaya last contacted?',
  ])('is shown, with what can be done on their page: “%s”', (say) => {
    expect(planned(say).calls).toEqual([
      { name: 'find_customers', args: { filter: { op: 'in', field: 'name', values: ['Hilton Pattaya'] } } },
    ]);
  });
});
