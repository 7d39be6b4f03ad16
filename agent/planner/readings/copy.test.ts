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
    ['Write every customer’s own message', 'write_messages', { campaignId: CAMPAIGN_ID }],
    ['have the model write each message individually', 'write_messages', { campaignId: CAMPAIGN_ID }],
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
