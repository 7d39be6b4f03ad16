import { describe, expect, it } from 'vitest';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

function sent(...names: string[]) {
  const now = situation({ campaign: null, lastFilter: null, pendingApproval: false });
  const campaigns = names.map((name) => ({
    ...{ id: name, name, type: 'survey', status: 'done' as const, createdAt: '2026-11-01T00:00:00Z' },
  }));
  return { ...now, vocabulary: { ...now.vocabulary, campaigns } };
}

describe('whoever did something in answer to a campaign that is not known', () => {
  const SAY = 'thank everybody who answered the survey';

  it('is asked about, and by each answer found', () => {
    const two = sent('Survey, Hilton', 'Survey, Bangkok');
    const { question } = plan(SAY, two);
    expect(question?.choices.map(({ label }) => label)).toEqual(['Survey, Hilton', 'Survey, Bangkok']);
    const [draft] = plan(question!.choices[1]!.say, two).calls;
    expect(draft?.args.filter).toMatchObject({
      ...{ op: 'did', field: 'replied', campaignId: 'Survey, Bangkok' },
    });
  });

  it('is the only one where there is one, and said to be none where nothing went out', () => {
    const [draft] = plan(SAY, sent('Survey, Hilton')).calls;
    expect(draft?.args.filter).toMatchObject({ op: 'did', campaignId: 'Survey, Hilton' });
    expect(plan(SAY, sent())).toMatchObject({
      calls: [],
      question: { text: expect.stringMatching(/^No campaign/) },
    });
  });
});
