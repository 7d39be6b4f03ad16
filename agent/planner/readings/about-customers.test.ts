import { describe, expect, it } from 'vitest';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const ask = (say: string) =>
  plan(say, situation({ campaign: null, lastFilter: null, pendingApproval: false }));
const phuket = { op: 'in', field: 'city', values: ['Phuket'] };
const hilton = { op: 'in', field: 'brand', values: ['Hilton'] };

describe('what is asked of customers', () => {
  it.each([
    ['who looks after the Hiltons in Phuket?', /account manager/],
    ['show me everything about the Hiltons in Phuket', /on their page/],
    ['which Hiltons are in Phuket, and when do their contracts end?', /when its contract ends/],
  ])('shows them and says where the rest stands: “%s”', (say, told) => {
    const found = ask(say);
    expect(found.calls).toEqual([{ name: 'find_customers', args: { filter: { all: [hilton, phuket] } } }]);
    expect(found.say).toMatch(told);
  });

  it('is no part of a message', () => {
    const say = 'send a survey to the Hiltons and ask them when their contracts end';
    expect(ask(say).calls).not.toMatchObject([{ name: 'find_customers' }]);
  });
});
