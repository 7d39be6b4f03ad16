import { describe, expect, it } from 'vitest';
import { all, is } from '../../../evals/cases/request-case.ts';
import { situation } from '../../../evals/fixture.ts';
import { readBriefText } from '../brief/read-brief.ts';
import { plan } from '../plan.ts';

const briefed = {
  ...situation({ campaign: null, lastFilter: null, pendingApproval: false }),
  currency: 'THB',
};
const planned = (say: string) => plan(say, briefed);

describe('what a brief says beside who and what', () => {
  it.each([
    [
      'upsell more zones to the gyms in Bangkok with a 10% discount. Our goal is to sell twenty zones. Budget THB 50,000.',
      {
        objective: 'Sell twenty zones.',
        offer: { kind: 'discount', says: 'Our offer for you: a 10% discount.' },
        budget: { minor: 5_000_000, currency: 'THB' },
      },
    ],
    [
      'win back hotels in Phuket. Offer: the first month is free until 31 March. Budget: €2k. Goals: ten contracts',
      {
        objective: 'Ten contracts.',
        offer: { kind: 'free_item', says: 'The first month is free until 31 March.' },
        budget: { minor: 200_000, currency: 'EUR' },
      },
    ],
    [
      'win back gyms. Offer them 15% off if they sign before 31 May. Max spend 30k',
      {
        offer: { says: 'Our offer for you: 15% off if you sign before 31 May.' },
        budget: { minor: 3_000_000, currency: 'THB' },
      },
    ],
    [
      'upsell to gyms with one zone; the second one half price until 3 May',
      { offer: { kind: 'discount', says: 'Our offer for you: the second one half price until 3 May.' } },
    ],
    [
      'Discount of 10% on the new zone for the first year. Budget 500 euros',
      {
        offer: { says: 'Our offer for you: Discount of 10% on the new zone for the first year.' },
        budget: { minor: 50_000, currency: 'EUR' },
      },
    ],
    ['thank our ten biggest customers. No offer.', { offer: null, budget: null }],
    ['prices go up by 5% from March', { offer: null }],
    [
      'Wir möchten mehr Verträge. 10% Rabatt bis 31. Januar. Budget 1.000 Euro',
      {
        objective: 'Wir möchten mehr Verträge.',
        offer: { says: 'Unser Angebot für Sie: 10% Rabatt bis 31. Januar.' },
        budget: { minor: 100_000, currency: 'EUR' },
      },
    ],
    ['目標は10件。予算は50万円。', { objective: '10件。', budget: { minor: 500_000, currency: 'JPY' } }],
    [
      'งบ 50,000 บาท ให้ฟรีหนึ่งเดือน',
      { offer: { kind: 'free_item' }, budget: { minor: 5_000_000, currency: 'THB' } },
    ],
    [
      'objectif : 15 contrats. Budget : 1 500 €',
      { objective: '15 contrats.', budget: { minor: 150_000, currency: 'EUR' } },
    ],
  ])('“%s”', (text, parts) => {
    expect(readBriefText(text, briefed)).toMatchObject(parts);
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
    'Brief: Not the ones with a spa. Win back gyms in Bangkok',
    'Brief: Win back gyms in Bangkok. Those with a sauna',
    'Brief: Win back gyms with a sauna in Bangkok. Budget: 50k',
    'Brief: Audience: hotels in Zanzibaria. Goal: ten contracts',
  ])('may restrict the audience, and is asked about then: “%s”', (say) => {
    const { calls, question } = planned(say);
    expect([calls, question]).toEqual([[], expect.anything()]);
  });

  it.each([
    ['The nice hotels love us. Send a survey to hotels in Phuket', ['The nice hotels love us']],
    ['Guests complained of the sound. Send a survey to hotels in Phuket', ['Guests complained of the sound']],
    ['Send a survey to happy hotels in Phuket', ['happy']],
    [
      'Send a survey to hotels in Phuket. Email first, WhatsApp for those who are silent',
      [expect.stringMatching(/^Email/)],
    ],
  ])('is told and becomes an open question where it only describes: “%s”', (text, unused) => {
    const { calls, unused: told } = planned(`Brief: ${text}`);
    expect(calls[0]?.args).toMatchObject({ type: 'survey', filter: hotels, brief: { unused } });
    expect(told).toEqual(unused);
  });
});
