// Briefs as account managers write them: whom, what is offered with all its terms, what for and for how much; nothing left over.
import { describe, expect, it } from 'vitest';
import { all, is } from '../../../evals/cases/request-case.ts';
import { situation } from '../../../evals/fixture.ts';
import { NO_TERMS } from '../offer/bound-offer.ts';
import { plan } from '../plan.ts';

const at = (type: string, city: string) => all(is('type', type), is('city', city));
const baht = (amount: number) => ({ minor: amount * 100, currency: 'THB' });

type Expected = {
  type: string;
  filter?: object;
  says: string;
  code?: object;
  brief?: object;
  topic?: string;
  channels?: string[];
};

describe('a brief', () => {
  it.each<[string, Expected]>([
    [
      'Brief: Give every gym in Bangkok 15% off the second zone if they sign before 31 January. Goal: 25 extra zones by end of February. Budget 40,000 baht.',
      {
        ...{ type: 'upsell', filter: at('Gym', 'Bangkok') },
        says: '15% off the second zone if you sign before 31 January.',
        brief: { objective: '25 extra zones by end of February.', budget: baht(40_000) },
      },
    ],
    [
      'Plan: free playlist consultation for all hotels in Phuket, one per hotel, until the end of the year. We hope for 30 bookings.',
      {
        ...{ type: 'voucher', filter: at('Hotel', 'Phuket') },
        says: 'Free playlist consultation, until the end of the year, one per customer.',
        code: { oncePerCustomer: true, validUntil: '2026-12-31' },
        brief: { objective: 'We hope for 30 bookings.' },
      },
    ],
    [
      'Plan: 1,000 baht voucher for all hotels in Phuket, personal code each, valid till 15 January 2027, max 30 vouchers, at most 20,000 baht in vouchers.',
      {
        ...{ type: 'voucher', filter: at('Hotel', 'Phuket') },
        says: '1,000 baht voucher, valid till 15 January 2027, for the first 30.',
        code: { limit: 30, validUntil: '2027-01-15', value: baht(1000), budget: baht(20_000) },
        brief: {},
      },
    ],
    [
      'Brief: Hi team, as discussed with Khun Somchai yesterday, head office wants us to thank our hotels in Bangkok for a great year and give them a coupon of 300 THB for their next invoice. It should go out the week before Christmas, by email please. Budget EUR 200. Thanks!',
      {
        ...{ type: 'thank_you', filter: at('Hotel', 'Bangkok'), channels: ['email'] },
        says: 'Our offer for you: a coupon of 300 THB for your next invoice.',
        brief: { budget: { minor: 20_000, currency: 'EUR' } },
      },
    ],
    [
      'Brief: From: Anna (Marketing). We’d like all gyms in Bangkok to get a gift voucher worth 750 THB. The voucher is valid through 31 January. Each gym gets its own code. First come first served, 100 vouchers in total. KPI: 40 redemptions. Cost must stay below 75,000 THB.',
      {
        ...{ type: 'voucher', filter: at('Gym', 'Bangkok') },
        says: 'A gift voucher worth 750 THB, valid through 31 January, for the first 100.',
        code: { limit: 100, validUntil: '2027-01-31', value: baht(750) },
        brief: { objective: '40 redemptions.', budget: baht(75_000) },
      },
    ],
    [
      'Plan: reactivate all restaurants whose contract lapsed this year; offer them 20% off the first three months, only once per customer, codes starting with BACK, until 15 February 2027',
      {
        type: 'win_back',
        says: 'Our offer for you: 20% off the first three months, until 15 February 2027, one per customer.',
        code: { prefix: 'BACK', oncePerCustomer: true, validUntil: '2027-02-15' },
        brief: {},
      },
    ],
    [
      'Brief: Refer a friend: all restaurants in Bangkok get one month free for every referral that signs. Goal: 12 referrals by Songkran. Budget $300.',
      {
        ...{ type: 'referral', filter: at('Restaurant', 'Bangkok') },
        says: 'One month free for every referral that signs.',
        brief: { objective: '12 referrals by Songkran.', budget: { minor: 30_000, currency: 'USD' } },
      },
    ],
    [
      'Brief: Für alle Hotels in Bangkok: 10 % Rabatt auf die zweite Zone bis 31. Januar, jeder mit eigenem Code, nur die ersten 30. Ziel: 15 neue Zonen. Budget 1.500 Euro.',
      {
        ...{ type: 'voucher', filter: at('Hotel', 'Bangkok') },
        says: 'Unser Angebot für Sie: 10 % Rabatt auf die zweite Zone bis 31. Januar, nur die ersten 30.',
        code: { limit: 30, validUntil: '2027-01-31' },
        brief: { objective: '15 neue Zonen.', budget: { minor: 150_000, currency: 'EUR' } },
      },
    ],
    [
      'Brief: バンコクのホテル向けに、2つ目のゾーンを10%割引で提案したい。先着50名、12月31日まで。個別コード。予算は10万円。目標は20件。',
      {
        type: 'voucher',
        says: '特典のご案内：2つ目のゾーンを10%割引、12月31日まで、先着50名。',
        code: { limit: 50, validUntil: '2026-12-31' },
        brief: { objective: '20件。', budget: { minor: 100_000, currency: 'JPY' } },
      },
    ],
    [
      'Brief: แจกคูปองส่วนลด 500 บาทให้โรงแรมทั้งหมดในภูเก็ต ใช้ได้ถึง 31 ธันวาคม จำกัด 50 สิทธิ์ งบประมาณ 25,000 บาท เป้าหมาย 30 ราย',
      {
        ...{ type: 'voucher', filter: at('Hotel', 'Phuket') },
        says: 'ข้อเสนอสำหรับคุณ: คูปองส่วนลด 500 บาท, ใช้ได้ถึง 31 ธันวาคม, จำกัด 50 สิทธิ์',
        code: { limit: 50, validUntil: '2026-12-31', value: baht(500) },
        brief: { objective: '30 ราย', budget: baht(25_000) },
      },
    ],
    [
      'Brief: Cross-sell digital signage to gyms in Bangkok. Free trial for 30 days. Target 10 trials by end of Q1. Budget 2,000 SGD.',
      {
        ...{ type: 'cross_sell', filter: at('Gym', 'Bangkok'), topic: 'digital signage' },
        says: 'Our offer for you: Free trial for 30 days.',
        brief: { objective: '10 trials by end of Q1.', budget: { minor: 200_000, currency: 'SGD' } },
      },
    ],
  ])('%s', (say, { says, code, ...expected }) => {
    const { calls, unused } = plan(say, situation());
    expect(unused).toEqual([]);
    expect(calls.map(({ name }) => name)).toEqual(['draft_campaign']);
    const { offer, ...args } = calls[0]!.args as { offer: { says: string; code?: object } };
    expect(args).toMatchObject(expected);
    expect(offer.says).toBe(says);
    expect(offer.code).toEqual(code && { ...NO_TERMS, ...code });
  });

  it('goes out in the week before a day that has a name', () => {
    const { calls } = plan(
      'Brief: Thank all hotels in Bangkok for a great year. It should go out the week before Christmas.',
      situation(),
    );
    expect(calls[0]?.args.schedule).toMatchObject({ kind: 'local', date: '2026-12-18' });
  });
});
