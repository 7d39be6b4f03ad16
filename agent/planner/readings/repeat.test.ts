import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../core/campaigns/draft.ts';
import { CAMPAIGN_ID, situation, withDraft } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const HILTONS = { op: 'in' as const, field: 'brand', values: ['Hilton'] };
const nothing = situation({ campaign: null, lastFilter: null, pendingApproval: false });
const planned = (say: string) => plan(say, nothing);
const TOMORROW = { kind: 'local' as const, date: '2026-11-22', time: '09:00' };

const inHand = (draft: Partial<Draft>) => situation(withDraft({ type: 'survey', filter: HILTONS, ...draft }));

describe('a campaign that comes again', () => {
  it.each<[string, object]>([
    [
      'send the Hiltons a survey every month',
      { repeat: { every: 'month', until: null }, schedule: TOMORROW },
    ],
    ['weekly survey to the Hiltons', { repeat: { every: 'week', until: null }, schedule: TOMORROW }],
    [
      'can you set up a monthly survey for the Hiltons?',
      { repeat: { every: 'month', until: null }, schedule: TOMORROW },
    ],
    ['survey to the Hiltons once a week', { repeat: { every: 'week', until: null }, schedule: TOMORROW }],
    [
      'send the Hiltons a survey every Monday until the end of March',
      { repeat: { every: 'week', until: '2027-03-31' }, schedule: { ...TOMORROW, date: '2026-11-23' } },
    ],
  ])('is read from the day that is said, or from tomorrow on: “%s”', (say, args) => {
    const { calls, say: said } = planned(say);
    expect(calls[0]).toMatchObject({
      name: 'draft_campaign',
      args: { type: 'survey', filter: HILTONS, ...args },
    });
    expect(said).toMatch(/each time I ask for approval anew/);
  });

  it.each<[string, object]>([
    ['expiring within 30 days', { from: 'today', to: 'today+30d' }],
    ['expiring next month', { from: 'month-start+1m', to: 'month-end+1m' }],
    ['expiring this quarter', { from: 'today', to: 'quarter-end' }],
    ['expiring in the next 2 weeks', { from: 'today', to: 'today+14d' }],
  ])('counts days from the day it goes out: “%s”', (when, ends) => {
    const { calls, say } = planned(`send renewal reminders every Monday to the Hiltons ${when}`);
    expect(calls[0]?.args.filter).toEqual({
      all: [HILTONS, { op: 'between', field: 'contract_end', ...ends }],
    });
    expect(say).toMatch(/counted from then/);
  });

  it('says that dates which were said do not move along', () => {
    const { calls, say } = planned('send renewal reminders every Monday to the Hiltons expiring in March');
    expect(JSON.stringify(calls[0]?.args.filter)).toContain('"from":"2027-03-01"');
    expect(say).toMatch(/goes by the same dates each time/);
  });

  it.each([
    'send the Hiltons a survey every other week',
    'send the Hiltons a survey every quarter',
    'send the Hiltons a survey on the first Monday of every month',
  ])('is asked for where it comes otherwise: “%s”', (say) => {
    const { calls, question } = planned(say);
    expect(calls).toEqual([]);
    expect(question?.choices.map(({ label }) => label)).toEqual(['Every week', 'Every month']);
    expect(planned(question!.choices[0]!.say).calls[0]).toMatchObject({
      args: { repeat: { every: 'week' } },
    });
  });

  it.each([
    'tell the Hiltons that their monthly fee goes up',
    'send thanks to the Hiltons that order every week',
  ])('is not meant by what is said of customers: “%s”', (say) => {
    expect(JSON.stringify(planned(say).calls)).not.toContain('repeat');
  });

  it.each<[string, Partial<Draft>, object]>([
    ['repeat this every month', {}, { repeat: { every: 'month', until: null }, schedule: TOMORROW }],
    ['every week please', { schedule: TOMORROW }, { repeat: { every: 'week', until: null } }],
    [
      'send it every Monday',
      {},
      { repeat: { every: 'week', until: null }, schedule: { ...TOMORROW, date: '2026-11-23' } },
    ],
    ["don't repeat it", { schedule: TOMORROW, repeat: { every: 'week', until: null } }, { repeat: null }],
  ])('is changed in the draft at hand: “%s”', (say, draft, patch) => {
    expect(plan(say, inHand(draft)).calls).toEqual([
      { name: 'edit_campaign', args: { campaignId: CAMPAIGN_ID, patch, change: say } },
    ]);
  });
});
