import { describe, expect, it } from 'vitest';
import { is } from '../../../evals/cases/request-case.ts';
import { CAMPAIGN_ID, situation, uuid, withDraft } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const thread = withDraft({ filter: is('city', 'Phuket') });
const planned = (say: string, given: object = thread) => {
  const input = situation({ campaign: null, lastFilter: null, pendingApproval: false, ...given });
  const campaigns = [
    {
      id: uuid(77),
      name: 'October renewals',
      type: 'renewal',
      status: 'done' as const,
      createdAt: '2026-10-01',
    },
  ];
  return plan(say, { ...input, vocabulary: { ...input.vocabulary, campaigns } });
};
const callsOf = (say: string, given: object = thread) => planned(say, given).calls;

describe('sentences about templates and copies', () => {
  it.each([
    ['Save this as a template', 'save_template', { campaignId: CAMPAIGN_ID }],
    [
      'keep the campaign as a template called "Autumn".',
      'save_template',
      { campaignId: CAMPAIGN_ID, name: 'Autumn' },
    ],
    [
      'save this as template "Bangkok autumn"',
      'save_template',
      { campaignId: CAMPAIGN_ID, name: 'Bangkok autumn' },
    ],
    [
      'same as the October campaign but for gyms',
      'copy_campaign',
      { from: { campaignId: uuid(77) }, patch: { filter: is('type', 'Gym') } },
    ],
    [
      'add a campaign type "Menu tasting", casual: We have a new menu for {{ customer.name }}. Please reply with a date.',
      'save_campaign_type',
      {
        type: {
          ...{ label: 'Menu tasting', purpose: 'marketing', defaultTone: 'casual' },
          callToAction: 'Please reply with a date.',
          letter: {
            subject: 'Menu tasting: {{ customer.name }}',
            opening: 'We have a new menu for {{ customer.name }}.',
            ask: 'Please reply with a date.',
          },
        },
      },
    ],
    [
      "make a campaign type 'Boiler check': to the technical contact, service, formal, Your boiler at {{ customer.name }} is due for its check. Please reply with a day that suits.",
      'save_campaign_type',
      {
        type: {
          ...{ label: 'Boiler check', purpose: 'service', roles: { required: ['it'], recommended: [] } },
          callToAction: 'Please reply with a day that suits.',
          letter: {
            subject: 'Boiler check: {{ customer.name }}',
            opening: 'Your boiler at {{ customer.name }} is due for its check.',
            ask: 'Please reply with a day that suits.',
          },
        },
      },
    ],
    [
      'add a campaign type Wine list, to the general manager and purchasing, also to f&b, casual: Our new wines are here. Tell us what you would like.',
      'save_campaign_type',
      {
        type: {
          ...{ label: 'Wine list', purpose: 'marketing', defaultTone: 'casual' },
          roles: { required: ['general_manager', 'purchasing'], recommended: ['food_beverage'] },
          callToAction: 'Tell us what you would like.',
          letter: {
            subject: 'Wine list: {{ customer.name }}',
            opening: 'Our new wines are here.',
            ask: 'Tell us what you would like.',
          },
        },
      },
    ],
    [
      'add a campaign type "House rules": To all our guests, the rules are new. Please reply if you have a question.',
      'save_campaign_type',
      {
        type: {
          ...{ label: 'House rules', purpose: 'marketing' },
          callToAction: 'Please reply if you have a question.',
          letter: {
            subject: 'House rules: {{ customer.name }}',
            opening: 'To all our guests, the rules are new.',
            ask: 'Please reply if you have a question.',
          },
        },
      },
    ],
    ['Write every customer’s own message', 'write_messages', { campaignId: CAMPAIGN_ID }],
    ['have the model write each message individually', 'write_messages', { campaignId: CAMPAIGN_ID }],
    ['How far is the writing?', 'show_writing', { campaignId: CAMPAIGN_ID }],
    ['how many messages are written so far?', 'show_writing', { campaignId: CAMPAIGN_ID }],
    ['are all messages written yet?', 'show_writing', { campaignId: CAMPAIGN_ID }],
    ['stop writing', 'drop_writing', { campaignId: CAMPAIGN_ID }],
    ['stop the writing of their own messages', 'drop_writing', { campaignId: CAMPAIGN_ID }],
    ['go back to the built-in letters', 'drop_writing', { campaignId: CAMPAIGN_ID }],
    ['use the built-in letters again', 'drop_writing', { campaignId: CAMPAIGN_ID }],
    ['show my templates', 'list_templates', {}],
    ['use the template “Autumn”', 'copy_campaign', { from: { templateName: 'Autumn' } }],
    ['start from the Autumn template', 'copy_campaign', { from: { templateName: 'Autumn' } }],
    ['clone it', 'copy_campaign', { from: { campaignId: CAMPAIGN_ID } }],
    ['duplicate the October renewals campaign', 'copy_campaign', { from: { campaignId: uuid(77) } }],
    [
      'copy this campaign for the gyms in Bangkok',
      'copy_campaign',
      {
        from: { campaignId: CAMPAIGN_ID },
        patch: { filter: { all: [is('type', 'Gym'), is('city', 'Bangkok')] } },
      },
    ],
    [
      'the same again, but by e-mail',
      'copy_campaign',
      { from: { campaignId: CAMPAIGN_ID }, patch: { channels: ['email'] } },
    ],
  ])('“%s”', (say, name, args) => {
    expect(callsOf(say)).toEqual([{ name, args }]);
  });

  it('copy the newest campaign where none is in hand, and say so where there is none at all', () => {
    expect(callsOf('do the same again', {})).toEqual([
      { name: 'copy_campaign', args: { from: { campaignId: uuid(77) } } },
    ]);
    const none = plan('clone it', situation({ campaign: null, lastFilter: null, pendingApproval: false }));
    expect(none).toMatchObject({ calls: [], say: expect.stringContaining('no campaign') });
  });

  it('ask what a change means rather than copying for everybody', () => {
    const asked = planned('copy this campaign for the Zanzibaris');
    expect(asked.calls.filter(({ name }) => name === 'copy_campaign')).toEqual([]);
  });

  it('leave sentences about segments alone', () => {
    expect(callsOf('save this as a segment called South').map(({ name }) => name)).toEqual(['save_segment']);
  });
});

describe('a new campaign type', () => {
  it.each([
    [
      'add a campaign type "Check", to the boiler manager: It is due. Please reply.',
      'no role “the boiler manager”',
    ],
    ['add a campaign type "Check", in purple: It is due. Please reply.', 'did not understand “in purple”'],
    ["make a campaign type 'Check': to the technical contact, service", 'Say it with its letter'],
    [
      'new campaign type called Pool opening, for general managers, casual: tell them the pool is open',
      'Say it with its letter',
    ],
    ['we need a new campaign type "Pool opening"', 'Say it with its letter'],
    ['Could you set up a new kind of campaign called Pool opening?', 'Say it with its letter'],
  ])('is asked about where a part of it is not understood: %s', (sentence, said) => {
    const { calls, say } = planned(sentence, {});
    expect(calls).toEqual([]);
    expect(say).toContain(said);
  });
});

describe('the same as an earlier one', () => {
  it('is asked for by name, and then begun from it', () => {
    const nothing = { campaign: null };
    const { calls, question } = planned('send the same renewal as in October to the Hiltons', nothing);
    expect(calls).toEqual([]);
    expect(callsOf(question!.choices[0]!.say, nothing)).toEqual([
      {
        name: 'copy_campaign',
        args: { from: { campaignId: uuid(77) }, patch: { filter: is('brand', 'Hilton') } },
      },
    ]);
  });
});
