import { describe, expect, it } from 'vitest';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const filterOf = (say: string) =>
  plan(say, situation({ campaign: null, lastFilter: null, pendingApproval: false })).calls[0]?.args.filter;

describe('what customers pay', () => {
  it.each([
    ['customers that pay in dollars', 'USD'],
    ['show customers billed in EUR', 'EUR'],
    ['customers whose contract is in baht', 'THB'],
    ['how many are on THB contracts', 'THB'],
  ])('may be asked by its currency: “%s”', (say, currency) => {
    expect(filterOf(say)).toEqual({ op: 'in', field: 'currency', values: [currency] });
  });

  it.each([
    ['who pays more than 2000 baht per month', 'contract_value', 2_400_001, null],
    ['customers paying between 1000 and 5000 baht monthly', 'contract_value', 1_200_000, 6_000_000],
    ['customers paying over 500 baht per zone per month', 'unit_price', 600_001, null],
    ['customers who pay at least 3,000 baht a quarter', 'contract_value', 1_200_000, null],
    ['customers worth more than 50k a year', 'contract_value', 5_000_001, null],
  ])('is reckoned by the year: “%s”', (say, field, from, to) => {
    expect(filterOf(say)).toEqual({ op: 'between', field, from, to });
  });
});
