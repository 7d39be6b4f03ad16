// From when until when an offer is valid: in a request, a brief and about the draft; in its letter by dates, in its codes as days.
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../core/campaigns/draft.ts';
import { is } from '../../../evals/cases/request-case.ts';
import { situation, withDraft } from '../../../evals/fixture.ts';
import { NO_TERMS } from '../offer/bound-offer.ts';
import { plan } from '../plan.ts';

// Saturday 21 November 2026.
const fresh = { ...situation({ campaign: null, lastFilter: null, pendingApproval: false }), currency: 'THB' };
const offered = (say: string) => {
  const { calls, unused } = plan(say, fresh);
  expect([say, unused]).toEqual([say, []]);
  return calls[0]?.args.offer as NonNullable<Draft['offer']>;
};

describe('the days of an offer', () => {
  it.each([
    ['email all gyms and offer 10% off from 1 to 15 December', 'valid from 1 to 15 December 2026.'],
    ['email all gyms and offer 10% off, valid from Monday', 'valid from 23 November 2026.'],
    ['email all gyms and offer 10% off until Friday', 'valid until 27 November 2026.'],
    ['email all gyms and offer 10% off, valid on 24 December only', 'valid on 24 December 2026.'],
    [
      'offer all hotels in Phuket 10% off from 1 December 2026 to 15 January 2027',
      'valid from 1 December 2026 to 15 January 2027.',
    ],
  ])('are dates in the letter: “%s”', (say, days) => {
    expect(offered(say).says).toBe(`Our offer for you: 10% off, ${days}`);
    expect(offered(say).code ?? null).toBeNull();
  });

  it.each([
    [
      '10% off from 1 to 15 December for all gyms in Bangkok, unique codes',
      '10% off, valid from 1 to 15 December 2026.',
    ],
    [
      'voucher of 500 baht for every gym in Bangkok, valid 1–15 December, unique codes',
      'Voucher of 500 baht, valid from 1 to 15 December 2026.',
    ],
    [
      'Brief: Für alle Hotels in Bangkok: 10 % Rabatt auf die zweite Zone vom 1. bis 15. Dezember, jeder mit eigenem Code.',
      'Unser Angebot für Sie: 10 % Rabatt auf die zweite Zone, gültig vom 1. bis 15. Dezember 2026.',
    ],
    [
      'Brief: Pour tous les hôtels à Bangkok : 20 % de remise, valable du 1er au 15 décembre, codes uniques.',
      'Notre offre pour vous : 20 % de remise, valable du 1er au 15 décembre 2026.',
    ],
    [
      'Brief: Para todos los hoteles en Bangkok: 10 % de descuento del 1 al 15 de diciembre, códigos únicos.',
      'Nuestra oferta para usted: 10 % de descuento, válido del 1 al 15 de diciembre de 2026.',
    ],
    [
      'Brief: バンコクのホテル向けに、2つ目のゾーンを10%割引で提案したい。12月1日から15日まで有効。個別コード。',
      '特典のご案内：2つ目のゾーンを10%割引、2026年12月1日から2026年12月15日まで有効。',
    ],
    [
      'Brief: แจกคูปองส่วนลด 500 บาทให้โรงแรมทั้งหมดในภูเก็ต ใช้ได้ตั้งแต่ 1 ถึง 15 ธันวาคม จำกัด 50 สิทธิ์',
      'ข้อเสนอสำหรับคุณ: คูปองส่วนลด 500 บาท, ใช้ได้ตั้งแต่ 1 ถึง 15 ธันวาคม 2569, จำกัด 50 สิทธิ์',
    ],
  ])('bound its codes: “%s”', (say, says) => {
    expect(offered(say)).toMatchObject({
      says,
      code: { validFrom: '2026-12-01', validUntil: '2026-12-15' },
    });
  });

  it('are not those of whom it is for', () => {
    const { calls } = plan('email all hotels expiring from 1 to 15 December and offer 10% off', fresh);
    expect(calls[0]?.args).toMatchObject({
      filter: { all: [is('type', 'Hotel'), { field: 'contract_end', from: '2026-12-01', to: '2026-12-15' }] },
      offer: { says: 'Our offer for you: 10% off.' },
    });
  });

  it.each([
    ['make it valid from 1 December', ['2026-12-01', '2027-03-31'], 'from 1 December 2026 to 31 March 2027'],
    ['the offer starts on Monday', ['2026-11-23', '2027-03-31'], 'from 23 November 2026 to 31 March 2027'],
    ['valid from 1 to 15 December', ['2026-12-01', '2026-12-15'], 'from 1 to 15 December 2026'],
    ['make it valid until 15 January 2027', [null, '2027-01-15'], 'until 15 January 2027'],
    // What no longer fits the other end is gone.
    ['valid from 1 April 2027', ['2027-04-01', null], 'from 1 April 2027'],
  ])('change in the draft: “%s”', (say, [validFrom, validUntil], days) => {
    const code = { ...NO_TERMS, validUntil: '2027-03-31' };
    const draft = withDraft({
      filter: is('city', 'Phuket'),
      offer: { kind: 'discount', says: '10% off until 31 March 2027.', code },
    });
    const patch = plan(say, situation(draft)).calls[0]?.args.patch;
    expect(patch).toEqual({
      offer: {
        kind: 'discount',
        says: `10% off, valid ${days}.`,
        code: { ...code, validFrom, validUntil },
      },
    });
  });
});
