import { describe, expect, it } from 'vitest';
import type { Filter } from '../../../core/audience/filter.ts';
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

describe('briefs as people write them', () => {
  const drafted = (say: string) => planned(say).calls.map(({ args }) => args)[0];
  const lapsed = (from: string, to: string): Filter => ({ op: 'between', field: 'contract_end', from, to });

  it.each([
    [
      'We want to sign ten new contracts before the end of the year. Target hotels in Phuket whose contract has lapsed. Offer them one month free. Budget 50,000 THB. E-mail and WhatsApp.',
      {
        type: 'win_back',
        filter: all(is('type', 'Hotel'), is('city', 'Phuket'), is('contract_status', 'lapsed')),
        channels: ['email', 'whatsapp'],
        brief: { objective: 'We want to sign ten new contracts before the end of the year.' },
      },
    ],
    [
      'we lost some gyms last quarter, win them back',
      { type: 'win_back', filter: all(is('type', 'Gym'), lapsed('2026-07-01', '2026-09-30')) },
    ],
    [
      'Hotels in Bangkok with more than 5 zones: propose an upgrade to the new app. Goal is 20 upgrades by March.',
      {
        type: 'upsell',
        filter: all(is('type', 'Hotel'), is('city', 'Bangkok'), {
          op: 'between',
          field: 'unit_count',
          from: 6,
          to: null,
        }),
        topic: 'an upgrade to the new app',
      },
    ],
    [
      '- Audience: all Hiltons in Thailand\n- Goal: collect satisfaction scores\n- Channel: e-mail\n- When: next Monday 10am\n- Budget: THB 20,000',
      {
        type: 'survey',
        filter: all(is('brand', 'Hilton'), is('country', 'TH')),
        channels: ['email'],
        schedule: { kind: 'local', date: '2026-11-23', time: '10:00' },
      },
    ],
    [
      'Goal\nMore revenue in Q1.\n\nAudience\nHotels in Thailand.\n\nMessage\nAdd an outdoor zone.\n\nBudget\n40,000 THB',
      { filter: all(is('type', 'Hotel'), is('country', 'TH')), topic: 'Add an outdoor zone' },
    ],
    [
      'Q1 push for beach clubs. 15% off if they sign before 31 January. Start on 10 January. Keep it casual, they hate corporate mails.',
      {
        filter: is('type', 'Beach Club'),
        tone: 'casual',
        schedule: { kind: 'local', date: '2027-01-10', time: '09:00' },
        offer: { kind: 'discount' },
      },
    ],
    [
      'price change: from 1 March the annual price per zone goes up by 5%. Inform all customers with an active contract, four weeks ahead.',
      {
        type: 'price_change',
        filter: is('contract_status', 'active'),
        schedule: { kind: 'local', date: '2027-02-01', time: '10:00' },
      },
    ],
    [
      'Sell one more zone to small hotels in Vietnam and Thailand. They have one to three zones now.',
      {
        type: 'upsell',
        topic: 'one more zone',
        filter: all(is('size', 'small'), is('type', 'Hotel'), is('country', 'VN', 'TH'), {
          op: 'between',
          field: 'unit_count',
          from: 1,
          to: 3,
        }),
      },
    ],
    [
      'We have 40 gyms on Beat Breeze. Move as many as possible to Soundtrack by summer. Start with those in Bangkok and Phuket.',
      {
        type: 'upsell',
        filter: all(is('type', 'Gym'), is('platform', 'Beat Breeze'), is('city', 'Bangkok', 'Phuket')),
      },
    ],
    [
      'Invite general managers of hotels in Singapore to our breakfast on 12 January. Send the invitation on 8 December.',
      {
        type: 'event',
        roles: ['general_manager'],
        schedule: { kind: 'local', date: '2026-12-08', time: '09:00' },
        topic: 'our breakfast on 12 January',
      },
    ],
    [
      'Wir möchten die Hotels in Deutschland, deren Vertrag in den nächsten 90 Tagen endet, zur Verlängerung bewegen. Bitte per E-Mail am 1. Dezember.',
      {
        type: 'renewal',
        filter: all(is('type', 'Hotel'), is('country', 'DE'), lapsed('2026-11-21', '2027-02-19')),
        channels: ['email'],
        schedule: { kind: 'local', date: '2026-12-01', time: '09:00' },
      },
    ],
    [
      'อยากชวนโรงแรมในภูเก็ตที่หมดสัญญาแล้วกลับมาใช้บริการ ให้ฟรีหนึ่งเดือน งบ 50,000 บาท',
      {
        type: 'win_back',
        filter: all(is('type', 'Hotel'), is('city', 'Phuket'), is('contract_status', 'lapsed')),
        offer: { kind: 'free_item' },
      },
    ],
    [
      'Queremos recuperar los hoteles de España que perdimos este año. Por correo electrónico.',
      {
        type: 'win_back',
        filter: all(is('type', 'Hotel'), is('country', 'ES'), lapsed('2026-01-01', '2026-11-20')),
        channels: ['email'],
      },
    ],
  ])('“%s”', (text, args) => {
    expect(drafted(`Brief: ${text}`)).toMatchObject(args);
  });

  it('keep everything else in each choice of the one question', () => {
    const { question } = planned('Brief: renewals. Goal: ten contracts. Budget: 50k THB');
    expect(question?.text).toMatch(/^Who/);
    for (const { say } of question!.choices) {
      expect(drafted(say)).toMatchObject({
        type: 'renewal',
        brief: { objective: 'Ten contracts.', budget: { minor: 5_000_000 } },
      });
    }
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
    for (const { say } of question?.choices ?? []) expect(say).toMatch(/^Brief: .*Budget: 50k THB$/);
  });

  it('that says neither who nor what is told what is missing', () => {
    expect(planned('Brief: sell more')).toMatchObject({ calls: [] });
  });
});
