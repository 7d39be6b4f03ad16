import { describe, expect, it } from 'vitest';
import { all, any, is } from '../../../evals/cases/request-case.ts';
import { EMPTY_THREAD, situation, withDraft } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const gymsIn = (country: string) => all(is('type', 'Gym'), is('country', country));
const counted = (country: string) => ({
  said: `how many gyms in ${country}`,
  calls: [{ name: 'find_customers', args: { filter: gymsIn(country) }, campaignId: null }],
});

describe('“the gyms in both countries”', () => {
  it('are those that were counted, and no gym anywhere else', () => {
    const thread = { ...EMPTY_THREAD, lastFilter: gymsIn('VN'), earlier: [counted('TH'), counted('VN')] };
    const { calls } = plan(
      'ok draft a satisfaction survey for the gyms in both countries',
      situation(thread),
    );
    expect(calls).toEqual([
      {
        name: 'draft_campaign',
        args: { type: 'survey', filter: all(any(gymsIn('TH'), gymsIn('VN')), is('type', 'Gym')) },
      },
    ]);
  });
});

describe('“forget the time, it goes out as soon as it’s approved”', () => {
  it('takes the time away', () => {
    const schedule = { kind: 'local' as const, date: '2026-11-24', time: '13:00' };
    const thread = withDraft({ type: 'technical', filter: gymsIn('TH'), schedule });
    const { calls } = plan("forget the time, it goes out as soon as it's approved", situation(thread));
    expect(calls).toMatchObject([{ name: 'edit_campaign', args: { patch: { schedule: { kind: 'now' } } } }]);
  });
});
