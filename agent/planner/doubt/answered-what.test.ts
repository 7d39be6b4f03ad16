import { describe, expect, it } from 'vitest';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const ID = '0192a000-0000-7000-8000-0000000000c1';
const now = situation({ campaign: null, lastFilter: null, pendingApproval: false });
const launched = { id: ID, name: 'Spring news', type: 'announcement', status: 'done' as const };
const after = {
  ...now,
  vocabulary: { ...now.vocabulary, campaigns: [{ ...launched, createdAt: '2026-11-01T00:00:00Z' }] },
};

describe('a message to who has not answered', () => {
  it.each([
    "remind the ones who haven't answered",
    'remind everybody who has not replied yet',
    "send a survey to the Hiltons that didn't respond",
  ])('asks what: “%s”', (say) => {
    const { calls, question } = plan(say, after);
    expect(calls).toEqual([]);
    expect(question).toMatchObject({
      text: 'Who has not replied to what?',
      choices: [{ label: 'The campaign “Spring news”' }, { label: 'Anything, ever' }],
    });
    const [one, ever] = question!.choices.map((choice) => JSON.stringify(plan(choice.say, after).calls));
    expect(one).toContain(`"campaignId":"${ID}"`);
    expect(ever).toContain('"field":"replied","from":null');
  });

  it.each([
    'remind the Hiltons who never replied',
    'remind the Hiltons who have not replied since May',
    "which Hiltons haven't replied",
  ])('asks nothing where it is said, or nobody is written to: “%s”', (say) => {
    expect(plan(say, after).calls.length).toBeGreaterThan(0);
  });
});
