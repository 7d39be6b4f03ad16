import { describe, expect, it } from 'vitest';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const ask = (say: string) =>
  plan(say, situation({ campaign: null, lastFilter: null, pendingApproval: false }));

describe('an amount in another currency than contracts are kept in', () => {
  it.each([
    [
      'customers in Thailand with contracts worth over 2000 usd',
      'customers in Thailand with contracts worth over 2000 THB',
    ],
    ['hotels paying more than $500 a year', 'hotels paying more than THB 500 a year'],
    ['renewals to everyone worth between 1,000 and 5,000 euros', null],
  ])('is not taken for that many of ours: “%s”', (say, choice) => {
    const { calls, question } = ask(say);
    expect(calls).toEqual([]);
    expect(question?.text).toMatch(/compared in THB/);
    if (choice) expect(question?.choices[0]?.say).toBe(choice);
    expect(ask(question!.choices[0]!.say).question?.text ?? '').not.toMatch(/compared in/);
  });

  it('is compared where it is ours, said or not', () => {
    expect(ask('customers worth over 100,000 baht').calls).toHaveLength(1);
    expect(ask('customers worth over 100,000').calls).toHaveLength(1);
  });
});
