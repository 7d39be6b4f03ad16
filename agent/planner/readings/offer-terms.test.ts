import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../core/campaigns/draft.ts';
import { is } from '../../../evals/cases/request-case.ts';
import { situation, withDraft } from '../../../evals/fixture.ts';
import { NO_TERMS } from '../offer/bound-offer.ts';
import { plan } from '../plan.ts';

const whole: Draft['offer'] = { kind: 'discount', says: '10% off until 31 March 2027.', code: null };

const said = (say: string, offer: Draft['offer']) =>
  plan(say, situation(withDraft({ filter: is('city', 'Phuket'), offer })));
const offered = (say: string, offer: Draft['offer']) =>
  (said(say, offer).calls[0]?.args.patch as Partial<Draft> | undefined)?.offer;
const offerAfter = (say: string, code: object | null = null) =>
  offered(say, { ...whole, code: code && { ...NO_TERMS, ...code } });

describe('what the offer of a draft is held to', () => {
  it.each([
    ['unique codes', { validUntil: '2027-03-31' }],
    ['give each a unique code', { validUntil: '2027-03-31' }],
    ['limit it to the first 50', { limit: 50, validUntil: '2027-03-31' }],
    ['first 50 only', { limit: 50, validUntil: '2027-03-31' }],
    ['one per customer', { oncePerCustomer: true, validUntil: '2027-03-31' }],
    ['codes beginning with GYM', { prefix: 'GYM', validUntil: '2027-03-31' }],
    [
      'unique codes, first 50 only and one per customer',
      { limit: 50, oncePerCustomer: true, validUntil: '2027-03-31' },
    ],
  ])('is said by “%s”', (say, code) => {
    expect(offerAfter(say)?.code).toEqual({ ...NO_TERMS, ...code });
  });

  it('is told to its readers, a new number instead of the one before', () => {
    const offer = offered('first 50 only', { kind: 'voucher', says: 'A tea is on us.', code: NO_TERMS })!;
    expect(offer.says).toBe('A tea is on us, for the first 50.');
    expect(offered('limit it to the first 20', offer)).toMatchObject({
      says: 'A tea is on us, for the first 20.',
      code: { limit: 20 },
    });
    expect(offered('without codes', offer)).toEqual({
      ...{ kind: 'voucher', says: 'A tea is on us', code: null },
    });
  });

  it('has another last day in the letter and in the codes', () => {
    expect(offerAfter('make it valid until 15 January 2027', { validUntil: '2027-03-31' })).toEqual({
      kind: 'discount',
      says: '10% off, valid until 15 January 2027.',
      code: { ...NO_TERMS, validUntil: '2027-01-15' },
    });
  });

  it('stays when another offer takes its place', () => {
    expect(offerAfter('offer them a 15% discount', { limit: 50 })).toMatchObject({
      says: 'A 15% discount, for the first 50.',
      code: { limit: 50 },
    });
  });

  it('is asked for an offer first', () => {
    const { calls, say } = said('unique codes', null);
    expect(calls).toEqual([]);
    expect(say).toContain('This draft offers nothing yet.');
  });
});
