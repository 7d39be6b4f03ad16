import { describe, expect, it } from 'vitest';
import { all, is } from '../../../evals/cases/request-case.ts';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const briefed = {
  ...situation({ campaign: null, lastFilter: null, pendingApproval: false }),
  currency: 'THB',
};
const planned = (say: string) => plan(say, briefed);

describe('a brief in one breath', () => {
  const hotels = all(is('type', 'Hotel'), is('city', 'Phuket'));
  const gyms = all(is('type', 'Gym'), is('city', 'Bangkok'));
  const argsOf = (say: string) => planned(say).calls[0]?.args;

  it.each(['Plan', 'Brief', 'Campaign plan'])(
    '%s: how many are wanted is the goal, not the audience',
    (called) => {
      const said = `${called}: we want 20 hotels in Phuket to add a zone before Christmas, budget 3000 baht, friendly tone`;
      expect(argsOf(said)).toMatchObject({
        ...{ type: 'upsell', filter: hotels, tone: 'casual' },
        brief: {
          objective: '20 hotels in Phuket add a zone before Christmas.',
          budget: { minor: 300_000, currency: 'THB' },
        },
      });
    },
  );

  it.each([
    [
      'voucher of 500 baht for all gyms in Bangkok, valid until 31 December, unique codes',
      'Voucher of 500 baht',
    ],
    [
      'Plan: voucher of 500 baht for every gym in Bangkok, valid until 31 December, unique codes',
      'Voucher of 500 baht',
    ],
    [
      'Brief: 500 baht voucher for every gym in Bangkok. Valid until 31 December. Unique codes.',
      '500 baht voucher',
    ],
  ])('%s: the offer has its terms, and its codes have them as well', (said, offer) => {
    const { unused } = planned(said);
    expect(argsOf(said)).toMatchObject({ type: 'voucher', filter: gyms, offer: { kind: 'voucher' } });
    expect((argsOf(said)!.offer as { says: string }).says).toMatch(
      new RegExp(`^${offer}, valid until 31 December\\.$`),
    );
    expect(argsOf(said)!.offer).toMatchObject({
      code: { validUntil: '2026-12-31', value: { minor: 50_000, currency: 'THB' } },
    });
    expect(unused).toEqual([]);
  });

  it.each([
    'Plan: we want 20 saunas with a pool in Phuket to add a zone before Christmas',
    'Plan: voucher of 500 baht for every customer with a sauna, valid until 31 December',
  ])('%s: whom nobody knows is asked about', (said) => {
    const { calls, question } = planned(said);
    expect(calls).toEqual([]);
    expect(question).not.toBeNull();
  });
});
