import { describe, expect, it } from 'vitest';
import { all, is } from '../../../evals/cases/request-case.ts';
import { situation } from '../../../evals/fixture.ts';
import { readBriefParts } from '../brief-parts.ts';
import { plan } from '../plan.ts';

const planned = (say: string) =>
  plan(say, { ...situation({ campaign: null, lastFilter: null, pendingApproval: false }), currency: 'THB' });

describe('what a brief says beside who and what', () => {
  it.each([
    [
      'upsell more zones to the gyms in Bangkok with a 10% discount. Our goal is to sell twenty zones. Budget THB 50,000.',
      {
        request: 'upsell more zones to the gyms in Bangkok',
        objective: 'Sell twenty zones.',
        offer: { kind: 'discount', says: 'Our offer for you: a 10% discount.' },
        budget: { minor: 5_000_000, currency: 'THB' },
      },
    ],
    [
      'win back hotels in Phuket. Offer: the first month is free until 31 March. Budget: €2k. Goals: ten contracts',
      {
        request: 'win back hotels in Phuket',
        objective: 'Ten contracts.',
        offer: { kind: 'free_item', says: 'The first month is free until 31 March.' },
        budget: { minor: 200_000, currency: 'EUR' },
      },
    ],
    [
      'an announcement about the new app. Audience: all Hiltons. Channel: email',
      {
        request: 'an announcement about the new app to all Hiltons by email',
        objective: null,
        offer: null,
        budget: null,
      },
    ],
    [
      'give them a free month to all gyms in Phuket',
      {
        request: 'to all gyms in Phuket',
        offer: { kind: 'free_item', says: 'Our offer for you: a free month.' },
      },
    ],
    [
      'upsell to small hotels in Vietnam, 10% off for the first year. By WhatsApp',
      {
        request: 'upsell to small hotels in Vietnam. By WhatsApp',
        offer: { kind: 'discount', says: 'Our offer for you: 10% off for the first year.' },
      },
    ],
    [
      'win back gyms. Offer them 15% off if they sign before 31 May.',
      {
        request: 'win back gyms',
        offer: { kind: 'discount', says: 'Our offer for you: 15% off if you sign before 31 May.' },
      },
    ],
    [
      'win back gyms. Offer them 15% off in Phuket.',
      { request: 'win back gyms. in Phuket', offer: { says: 'Our offer for you: 15% off.' } },
    ],
    [
      'upsell to gyms with one zone; the second one half price until 3 May',
      {
        request: 'upsell to gyms with one zone',
        offer: { kind: 'discount', says: 'Our offer for you: the second one half price until 3 May.' },
      },
    ],
    [
      'thank our ten biggest customers. No offer.',
      { request: 'thank our ten biggest customers', offer: null },
    ],
  ])('“%s”', (text, parts) => {
    expect(readBriefParts(text, 'THB')).toMatchObject(parts);
  });
});

describe('what a brief tells before it says who is meant', () => {
  const drafted = (say: string) => planned(say).calls[0]?.args;
  const hotels = all(is('type', 'Hotel'), is('city', 'Phuket'));

  it('is what the message is about, whatever its words', () => {
    expect(
      drafted('Brief: We have a new app called Skyline for the speakers. Tell every Hilton about it.'),
    ).toEqual({
      type: 'announcement',
      filter: is('brand', 'Hilton'),
      topic: 'a new app called Skyline for the speakers',
      brief: {},
    });
    expect(
      drafted(
        'Brief: Planned maintenance on Sunday from 2 to 4, music will stop. Inform the IT contacts of hotels in Phuket',
      ),
    ).toMatchObject({ type: 'technical', filter: hotels, roles: ['it'] });
  });

  it('is not when the message goes out', () => {
    const story = 'Brief: We have a webinar on 3 December at 15:00. ';
    expect(drafted(`${story}Invite hotels in Phuket`)).toMatchObject({
      filter: hotels,
      topic: 'a webinar on 3 December at 15:00',
    });
    expect(drafted(`${story}Invite hotels in Phuket`)).not.toHaveProperty('schedule');
    expect(drafted(`${story}Invite hotels in Phuket on 1 December 2026`)).toMatchObject({
      schedule: { date: '2026-12-01' },
    });
  });

  it.each([
    'Brief: The nice hotels love us. Send a survey to hotels in Phuket',
    'Brief: Not the ones with a spa. Win back gyms in Bangkok',
    'Brief: Guests complained of the sound. Send a survey to hotels in Phuket',
    'Brief: Win back gyms in Bangkok. Those with a sauna',
  ])('may restrict the audience, and is asked about then: “%s”', (say) => {
    const { calls, question } = planned(say);
    expect([calls, question]).toEqual([[], expect.anything()]);
  });
});

describe('a brief', () => {
  it('becomes one draft with everything proposed', () => {
    expect(
      planned('Brief: win back gyms in Bangkok, offering a free month. Goal: ten contracts. Budget: 50k')
        .calls,
    ).toEqual([
      {
        name: 'draft_campaign',
        args: {
          type: 'win_back',
          filter: all(is('type', 'Gym'), is('city', 'Bangkok')),
          offer: { kind: 'free_item', says: 'Our offer for you: a free month.' },
          brief: { objective: 'Ten contracts.', budget: { minor: 5_000_000, currency: 'THB' } },
        },
      },
    ]);
  });

  it('never asks for approval, even where it speaks of sending', () => {
    const { calls } = planned('Brief: send renewal reminders to all Hiltons tomorrow at 9am');
    expect(calls.map(({ name }) => name)).toEqual(['draft_campaign']);
  });

  it('with a name that nobody knows asks, and the choices keep the rest of it', () => {
    const { calls, question } = planned('Brief: win back all Hyltons in Zanzibaria. Budget: 50k THB');
    expect(calls.filter(({ name }) => name === 'draft_campaign')).toEqual([]);
    for (const { say } of question?.choices ?? []) expect(say).toMatch(/^Brief: .*Budget: 50000 THB\.$/);
  });

  it('that says neither who nor what is told what is missing', () => {
    expect(planned('Brief: sell more')).toMatchObject({ calls: [] });
  });
});
