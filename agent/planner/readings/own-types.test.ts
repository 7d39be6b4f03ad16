import { describe, expect, it } from 'vitest';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const there = situation();
const tasting = {
  ...{ key: 'menu_tasting', label: 'Menu tasting', purpose: 'marketing' as const },
  words: { en: ['menu tasting'] },
};
const vocabulary = { ...there.vocabulary, types: [...there.vocabulary.types, tasting] };
const planned = (say: string) => plan(say, { ...there, vocabulary });

describe('the kinds of campaign', () => {
  it.each([
    'what campaign types do we have?',
    'list the campaign types',
    'which kinds of campaigns are there',
  ])('are listed: “%s”', (say) => {
    expect(planned(say).calls).toEqual([{ name: 'list_campaign_types', args: {} }]);
  });
});

describe('a kind of the workspace’s own', () => {
  const key = 'menu_tasting';
  it.each<[string, object]>([
    ['rename the campaign type Menu tasting to Chef’s table', { label: 'Chef’s table' }],
    ['make the campaign type "Menu tasting" formal', { defaultTone: 'formal' }],
    [
      'change the campaign type menu tasting: to purchasing, a service message',
      { purpose: 'service', roles: { required: ['purchasing'], recommended: [] } },
    ],
    [
      'change the letter of the campaign type Menu tasting to: A new menu waits. Please tell us a day.',
      { letter: { opening: 'A new menu waits.', ask: 'Please tell us a day.' } },
    ],
    [
      'edit the campaign type Menu tasting: subject: Taste it; A new menu waits. Please reply.',
      { letter: { subject: 'Taste it', opening: 'A new menu waits.', ask: 'Please reply.' } },
    ],
  ])('is changed: “%s”', (say, patch) => {
    expect(planned(say).calls).toEqual([{ name: 'change_campaign_type', args: { key, patch } }]);
  });

  it('is deleted by its name, and one that there is not is told', () => {
    expect(planned('delete the campaign type Menu tasting').calls).toEqual([
      { name: 'delete_campaign_type', args: { key } },
    ]);
    const { calls, say } = planned('delete the campaign type Wine dinner');
    expect([calls, say]).toEqual([[], expect.stringContaining('There is no campaign type “Wine dinner”')]);
  });

  it('is added under a name that there is not yet', () => {
    expect(planned('make a campaign type "Wine dinner": We have wine. Please reply.').calls).toMatchObject([
      { name: 'save_campaign_type' },
    ]);
  });
});
