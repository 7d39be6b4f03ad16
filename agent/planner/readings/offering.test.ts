// Offers by plain sentence: who, how and when is read without the offer, and nothing said of it is lost.
import { describe, expect, it } from 'vitest';
import { all, is } from '../../../evals/cases/request-case.ts';
import { situation, withDraft } from '../../../evals/fixture.ts';
import { NO_TERMS } from '../offer/bound-offer.ts';
import { plan } from '../plan.ts';

const fresh = { ...situation({ campaign: null, lastFilter: null, pendingApproval: false }), currency: 'THB' };
const planned = (say: string) => plan(say, fresh);
const gyms = is('type', 'Gym');
const inBangkok = all(gyms, is('city', 'Bangkok'));

describe('an offer in a sentence', () => {
  it.each([
    ['offer the Hiltons a free month', 'voucher', is('brand', 'Hilton'), 'free_item', 'a free month.'],
    ['email all gyms and offer 10% off', 'voucher', gyms, 'discount', '10% off.'],
    [
      'give the Hiltons 10% off if they renew before 15 December',
      ...([
        'renewal',
        is('brand', 'Hilton'),
        'discount',
        '10% off if you renew before 15 December.',
      ] as const),
    ],
    [
      'offer 10% off to the gyms in Bangkok until 31 January',
      ...(['voucher', inBangkok, 'discount', '10% off until 31 January.'] as const),
    ],
    [
      'give the gyms in Bangkok double points until Christmas',
      ...(['loyalty', inBangkok, 'points', 'double points until Christmas.'] as const),
    ],
    [
      'promise the gyms in Bangkok 3 months for the price of 2',
      ...(['voucher', inBangkok, 'other', '3 months for the price of 2.'] as const),
    ],
    [
      'draft a renewal reminder for all Hiltons offering a 5% discount for signing before 1 October',
      ...([
        'renewal',
        is('brand', 'Hilton'),
        'discount',
        'a 5% discount for signing before 1 October.',
      ] as const),
    ],
    ['10% discount for the Hiltons', 'voucher', is('brand', 'Hilton'), 'discount', '10% discount.'],
    ['send a 500 baht voucher to all gyms', 'voucher', gyms, 'voucher', '500 baht voucher.'],
  ])('makes a draft that says it: “%s”', (say, type, filter, kind, says) => {
    const { calls, unused } = planned(say);
    expect(calls[0]).toMatchObject({
      name: 'draft_campaign',
      args: { type, filter, offer: { kind, says: `Our offer for you: ${says}` } },
    });
    expect(calls[0]!.args.offer).not.toHaveProperty('code');
    expect(unused).toEqual([]);
  });

  it('says the day until which it is valid, which no restriction of its readers is', () => {
    const { calls, question } = planned('voucher 15% for gyms in Bangkok, valid until end of january');
    expect(question).toBeUndefined();
    expect(calls[0]!.args).toMatchObject({
      filter: inBangkok,
      offer: { says: 'Voucher 15%, valid until 31 January 2027.' },
    });
  });

  it('is not sent where nobody asked for that', () => {
    expect(planned('offer the Hiltons a free month').calls.map(({ name }) => name)).toEqual([
      'draft_campaign',
    ]);
    expect(planned('email all gyms and offer 10% off').calls.at(-1)?.name).toBe('request_approval');
  });

  it('keeps the channel and the time beside it', () => {
    expect(
      planned('offer a 500 baht voucher to every gym in Bangkok by email on 4 January').calls[0]?.args,
    ).toMatchObject({
      filter: inBangkok,
      channels: ['email'],
      offer: { kind: 'voucher', says: 'Our offer for you: 500 baht voucher.' },
    });
  });

  it('has codes with all that they are held to', () => {
    const said = 'a voucher of 500 baht until 31 December, one per customer';
    const { calls, unused } = planned(
      `email all gyms and offer ${said}, unique codes, first 1,000 only, codes beginning with gym, at most 20,000 baht in vouchers`,
    );
    expect(calls[0]?.args.offer).toEqual({
      kind: 'voucher',
      says: `Our offer for you: ${said.replace(', one', ', for the first 1,000, one')}.`,
      code: {
        ...{ prefix: 'GYM', limit: 1000, oncePerCustomer: true, validFrom: null, validUntil: '2026-12-31' },
        value: { minor: 50_000, currency: 'THB' },
        budget: { minor: 2_000_000, currency: 'THB' },
      },
    });
    expect(unused).toEqual([]);
  });

  it('tells what its codes cannot be held to', () => {
    const { calls, unused } = planned('email all gyms and offer 10% off, up to 500 euros in discounts');
    expect(calls[0]?.args.offer).toMatchObject({ code: NO_TERMS });
    expect(unused).toEqual(['up to 500 euros in discounts']);
  });

  it.each([
    'offer all gyms with a sauna a free month',
    'give the happy gyms 10% off',
    'offer 10% off to the gyms of Zanzibaria',
  ])('is never for more than those who are meant: “%s”', (say) => {
    const { calls, question } = planned(say);
    expect([calls, question]).toEqual([[], expect.anything()]);
    for (const choice of question!.choices) {
      const offer = planned(choice.say).calls[0]?.args.offer;
      expect(offer ?? planned(choice.say).question, choice.say).toBeTruthy();
    }
  });

  it('asks which campaign is meant while a draft is in hand', () => {
    const { calls, question } = plan(
      'offer the Hiltons a free month',
      situation(withDraft({ filter: gyms })),
    );
    expect(calls).toEqual([]);
    expect(question?.choices.map(({ label }) => label)).toEqual([
      'A campaign of its own',
      'What this draft offers',
    ]);
  });
});
