import { describe, expect, it } from 'vitest';
import type { Filter } from '../../../core/audience/filter.ts';
import { all, is } from '../../../evals/cases/request-case.ts';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const briefed = {
  ...situation({ campaign: null, lastFilter: null, pendingApproval: false }),
  currency: 'THB',
};
const planned = (say: string) => plan(say, briefed);

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

describe('what a brief says in prose', () => {
  const drafted = (say: string) => planned(`Brief: ${say}`).calls.map(({ args }) => args)[0];
  const hotels = all(is('type', 'Hotel'), is('city', 'Phuket'));

  it.each([
    [
      'We want to tell the gyms in Bangkok about the new app. Casual please. Should land next Tuesday around 3 pm their time. I’d love 20 of them to try it within two weeks.',
      {
        topic: 'the new app',
        tone: 'casual',
        schedule: { kind: 'local', date: '2026-11-24', time: '15:00' },
      },
    ],
    [
      'Prices go up by 5 percent from 1 February 2027 for all hotels in Phuket. Formal.',
      { type: 'price_change', filter: hotels, topic: 'Prices go up by 5 percent from 1 February 2027' },
    ],
    [
      'Holiday hours: support closed 31 Dec and 1 Jan, hotels in Phuket, by email, send 28 Dec 9am local',
      {
        ...{ type: 'holiday_hours', topic: 'support closed 31 Dec and 1 Jan', channels: ['email'] },
        schedule: { kind: 'local', date: '2026-12-28', time: '09:00' },
      },
    ],
    [
      'Background: gyms never looked at the rest of their venue.\n\nWhat we want: reach all hotels in Phuket whose contract is still running. Do not write to anybody whose contract ends before the end of January, because others talk to them. Tell them that the app now shows all zones.\nTone: easy-going. Short.\nSuccess: five calls. Ask me before anything goes out.',
      {
        filter: all(is('type', 'Hotel'), is('city', 'Phuket'), is('contract_status', 'active'), {
          ...{ op: 'between', field: 'contract_end', from: '2027-02-01' },
        }),
        ...{ topic: 'the app now shows all zones', tone: 'casual', length: 'short' },
        brief: { objective: 'Five calls.' },
      },
    ],
    [
      'Upsell to gyms in Bangkok. We have a new app for the speakers. So leave the Drift Palace out this time.',
      {
        filter: all(is('type', 'Gym'), is('city', 'Bangkok'), {
          not: { op: 'contains', field: 'name', text: 'Drift Palace' },
        }),
        topic: 'a new app for the speakers',
      },
    ],
    [
      'Win back gyms with one or two zones. Budget is 30,000 baht all in, including the discount.',
      {
        filter: all(is('type', 'Gym'), { op: 'between', field: 'unit_count', from: 1, to: 2 }),
        brief: { budget: { minor: 3_000_000 } },
      },
    ],
    [
      'Please only write to people who are customers at the moment. Just a thank you for the year.',
      { type: 'thank_you', filter: is('contract_status', 'active') },
    ],
    [
      'Bitte schreibt allen Hotels in Phuket, deren Vertrag im ersten Quartal 2027 ausläuft, und bietet ihnen 10 % Rabatt bis 15. Dezember an. Ziel: acht Verlängerungen.',
      {
        ...{ type: 'renewal', offer: { says: 'Unser Angebot für Sie: 10 % Rabatt bis 15. Dezember.' } },
        brief: { objective: 'Acht Verlängerungen.' },
      },
    ],
    [
      'ขอส่งคำอวยพรปีใหม่ให้ลูกค้าโรงแรมทุกแห่งในภูเก็ต ทาง LINE วันที่ 30 ธันวาคม เวลา 10 โมง',
      { type: 'seasonal', filter: hotels, schedule: { kind: 'local', date: '2026-12-30', time: '10:00' } },
    ],
    [
      'Queremos recuperar los hoteles de España que se fueron hace más de seis meses, con un mes gratis.',
      { type: 'win_back', offer: { says: 'Nuestra oferta para usted: un mes gratis.' } },
    ],
    [
      '日本のホテルに、12月の定期メンテナンス(12月10日午前2時〜4時)のお知らせをメールで送ってください。丁寧な文面で。',
      { type: 'technical', topic: '12月の定期メンテナンス(12月10日午前2時〜4時)', tone: 'formal' },
    ],
    [
      'Quero convidar os hotéis de Portugal para um webinar sobre música no dia 9 de dezembro às 15h. Por e-mail.',
      { type: 'event', topic: 'um webinar sobre música no dia 9 de dezembro às 15h', channels: ['email'] },
    ],
  ])('“%s”', (text, args) => {
    const found = drafted(text);
    expect(found).toMatchObject(args);
    expect(found?.brief).not.toHaveProperty('unused');
    if (!('schedule' in args)) expect(found).not.toHaveProperty('schedule');
  });

  it.each([
    [
      'Success: at least five gyms call us. Guests of hotels in Phuket like it. Gyms in Bangkok never answer.',
      /^Who/,
    ],
    ['Ask our happiest customers to recommend us. Only English speaking countries.', /happiest/],
  ])('is asked about where it does not say who: “%s”', (text, question) => {
    const made = planned(`Brief: ${text}`);
    expect(made.calls).toEqual([]);
    expect(made.question?.text).toMatch(question);
    for (const { label, say } of made.question!.choices) {
      expect(say).toContain(text.slice(0, 20));
      expect(label.length).toBeLessThanOrEqual(120);
    }
  });
});
