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

describe('the kind of a brief', () => {
  const inHotels = (said: string) => planned(`Brief: ${said}`).calls[0]?.args;

  it.each([
    ['Winter is near. Write to all hotels in Phuket.\nType: Quarterly follow-up', 'followup'],
    ['Winter is near. Write to all hotels in Phuket.\nType: Seasonal greeting', 'seasonal'],
    ['Winter is near. Write to all hotels in Phuket.\nType: Payment reminder', 'payment_reminder'],
    ['Year-end greetings to all hotels in Phuket.', 'seasonal'],
    ['日本のホテルに年末のご挨拶をメールで送りたい。', 'seasonal'],
    [
      'Ziel: mehr Umsatz. Alle Hotels in Deutschland haben offene Rechnungen, bitte erinnern.',
      'payment_reminder',
    ],
    [
      'Objectif : faire revenir les clients perdus. Cible : les hôtels à Paris. Offre : un mois gratuit.',
      'win_back',
    ],
  ])('is the one that it names or wants: “%s”', (said, type) => {
    expect(inHotels(said)).toMatchObject({ type });
  });

  it('that something is down is told, and is neither its hour nor its manner', () => {
    const args = inHotels(
      'The system will be down on Sunday 29 November between 2 and 4 am. Everybody in Vietnam should know, friendly tone.',
    );
    expect(args).toMatchObject({
      type: 'technical',
      topic: 'The system will be down on Sunday 29 November between 2 and 4 am',
      tone: 'casual',
    });
    expect(args).not.toHaveProperty('schedule');
  });
});

describe('prose around those who are meant', () => {
  it('never ends up in the letter: what is told, what is offered', () => {
    const { calls, unused } = planned(
      'Brief: We open a second showroom in Bangkok on 15 January. Tell every restaurant there and offer them 10% off the first order until the end of February.',
    );
    expect(calls[0]?.args).toMatchObject({
      type: 'announcement',
      topic: 'We open a second showroom in Bangkok on 15 January',
      offer: { says: 'Our offer for you: 10% off the first order until the end of February.' },
    });
    // Whether only those in Bangkok are meant is for a person to say.
    expect(unused).toContain('We open a second showroom in Bangkok on 15 January');
  });

  it.each([
    [
      'Ask all Hiltons to refer a friend: they get a free month for every referral.',
      'Our offer for you: a free month for every referral.',
    ],
    [
      'Alle Hotels in Deutschland sollen ein Angebot zur Verlängerung bekommen: ein Monat gratis bis 31. Januar 2027.',
      'Unser Angebot für Sie: ein Monat gratis bis 31. Januar 2027.',
    ],
  ])('has its offer: “%s”', (said, says) => {
    expect(planned(`Brief: ${said}`).calls[0]?.args).toMatchObject({ offer: { says } });
  });

  it.each(['an overdue invoice', 'an expired warranty'])(
    'asks about what stands with something else than a contract: “%s”',
    (what) => {
      const { calls, question } = planned(`Brief: Send a payment reminder to all hotels with ${what}.`);
      expect(calls).toEqual([]);
      expect(question?.text).toContain(what.split(' ')[2]);
    },
  );

  it('tells of a channel that nobody knows', () => {
    expect(planned('Brief: invite all hotels in Phuket to dinner.\nChannels: pigeon').unused).toContain(
      'pigeon',
    );
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
