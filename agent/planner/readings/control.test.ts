import { describe, expect, it } from 'vitest';
import { is } from '../../../evals/cases/request-case.ts';
import { CAMPAIGN_ID, EMPTY_THREAD, situation, uuid, withDraft } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const inHand = situation(withDraft({ filter: is('city', 'Phuket') }));

describe('a survey’s score', () => {
  it.each([
    'What is the NPS?',
    'nps',
    'show me the net promoter score of this survey',
    'what’s our NPS so far?',
  ])('is in the report that is asked for: %s', (said) =>
    expect(plan(said, inHand).calls).toEqual([
      { name: 'report_campaign', args: { campaignId: CAMPAIGN_ID } },
    ]),
  );

  it('is the last survey’s where no campaign is in hand', () => {
    const input = situation(EMPTY_THREAD);
    const campaigns = [
      { id: uuid(78), name: 'News', type: 'announcement', status: 'done' as const, createdAt: '2026-10-02' },
      { id: uuid(77), name: 'Survey', type: 'survey', status: 'done' as const, createdAt: '2026-10-01' },
    ];
    const { calls } = plan('what is the NPS?', {
      ...input,
      vocabulary: { ...input.vocabulary, campaigns },
    });
    expect(calls).toEqual([{ name: 'report_campaign', args: { campaignId: uuid(77) } }]);
  });

  it('is not what a message about it means', () =>
    expect(plan('draft an NPS survey for all hotels', inHand).calls.map(({ name }) => name)).toContain(
      'draft_campaign',
    ));
});

describe('who renewed, with a time', () => {
  it.each(['thank the customers who renewed last month', 'who renewed last month?'])(
    'is no list of all replies that said yes: “%s”',
    (said) => {
      const { calls, question } = plan(said, situation(EMPTY_THREAD));
      expect(calls).toEqual([]);
      expect(question?.choices[0]?.say).toMatch(/whose contract began last month/);
    },
  );
});
