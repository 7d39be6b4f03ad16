import { describe, expect, it } from 'vitest';
import { CAMPAIGN_ID } from '../../../evals/fixture.ts';
import { callsOf } from '../../../test/asked-of-draft.ts';

describe('one of what the plan proposes', () => {
  it.each<[string, object]>([
    ['use the second subject', { of: 'subject', number: 2 }],
    ['please take subject 3', { of: 'subject', number: 3 }],
    ['the third subject line', { of: 'subject', number: 3 }],
    ['use the second call to action', { of: 'ask', number: 2 }],
    ['use request 2 for email', { of: 'ask', number: 2, channels: ['email'] }],
  ])('“%s”', (say, args) => {
    const change = say.replace(/^please /, '');
    expect(callsOf(say)).toMatchObject([
      { name: 'choose_suggestion', args: { campaignId: CAMPAIGN_ID, ...args } },
    ]);
    expect(String(callsOf(say)[0]?.args.change)).toContain(change);
  });
});
