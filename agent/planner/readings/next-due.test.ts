import { describe, expect, it } from 'vitest';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const ask = (say: string) =>
  plan(say, situation({ campaign: null, lastFilter: null, pendingApproval: false }));

const first = (count: number) => [
  { op: 'between', field: 'contract_end', from: '2026-11-21', to: null },
  { op: 'top', field: 'contract_end', end: 'lowest', count },
];

describe('the contracts that end first', () => {
  it.each([
    ["who's up for renewal next?", first(10)],
    ['whose contract ends next?', first(10)],
    ['which contract runs out first', first(10)],
    ['show me the next 5 renewals', first(5)],
    [
      'give me the next ten contracts expiring in Phuket',
      [{ op: 'in', field: 'city', values: ['Phuket'] }, ...first(10)],
    ],
  ])('are listed: “%s”', (say, filter) => {
    expect(ask(say).calls).toEqual([{ name: 'find_customers', args: { filter: { all: filter } } }]);
  });

  it('are asked about where whose they are is not known', () => {
    expect(ask('show me the next 5 renewals of the zorblatts').calls).toEqual([]);
  });
});
