import { describe, expect, it } from 'vitest';
import { is } from '../../../evals/cases/request-case.ts';
import { CAMPAIGN_ID, situation, withDraft } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const planned = (say: string, given: object = {}) =>
  plan(say, situation({ campaign: null, lastFilter: null, pendingApproval: false, ...given })).calls;

describe('sentences about the reply desk', () => {
  it.each([
    ['answer Rudolf that the invoice comes tomorrow', { who: 'Rudolf', text: 'The invoice comes tomorrow.' }],
    [
      'Please reply to Rudolf Sample: See you on Monday!',
      { who: 'Rudolf Sample', text: 'See you on Monday!' },
    ],
    [
      'write back to Khun Ploy that we will call her at 3',
      { who: 'Khun Ploy', text: 'We will call her at 3.' },
    ],
    ['respond to Anna with “Thank you, noted.”', { who: 'Anna', text: 'Thank you, noted.' }],
  ])('%s', (say, args) => {
    expect(planned(say)).toEqual([{ name: 'answer_reply', args }]);
  });

  it.each([
    ['summarise what they answered', { campaignId: CAMPAIGN_ID }],
    ['Summarize the replies', { campaignId: CAMPAIGN_ID }],
    [
      'summarise what the hotels in Phuket answered',
      { filter: { all: [is('type', 'Hotel'), is('city', 'Phuket')] } },
    ],
    ['what did the hotels in Phuket say?', { filter: { all: [is('type', 'Hotel'), is('city', 'Phuket')] } }],
    ['my daily digest', { days: 1 }],
    ["what's new since yesterday?", { days: 1 }],
  ])('%s', (say, args) => {
    const [call] = planned(say, withDraft({ filter: is('city', 'Phuket') }));
    expect(call).toEqual({ name: 'summarise_replies', args });
  });

  it.each([
    'tell me how many hotels there are',
    'answer them that we are closed',
    'who said yes?',
    'send it',
  ])('are not meant by: %s', (say) => {
    expect(planned(say).map(({ name }) => name)).not.toContain('answer_reply');
  });
});
