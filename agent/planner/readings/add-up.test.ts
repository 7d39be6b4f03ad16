import { describe, expect, it } from 'vitest';
import { situation } from '../../../evals/fixture.ts';
import { plan } from '../plan.ts';

const ask = (say: string) =>
  plan(say, situation({ campaign: null, lastFilter: null, pendingApproval: false }));
const hilton = { op: 'in', field: 'brand', values: ['Hilton'] };
const hotels = { op: 'in', field: 'type', values: ['Hotel'] };
const phuket = { op: 'in', field: 'city', values: ['Phuket'] };
const everybody = { all: [] };

describe('what numbers and amounts come to', () => {
  it.each<[string, string, object]>([
    ['how much are the Hiltons worth to us?', 'contract_value', hilton],
    ['what is the average contract value of hotels?', 'contract_value', hotels],
    ['average number of zones of hotels', 'unit_count', hotels],
    ['how many zones do we have in total?', 'unit_count', everybody],
    ['how many zones do the Hiltons have?', 'unit_count', hilton],
    ["what's the average price per zone in Phuket?", 'unit_price', phuket],
    ['total contract value', 'contract_value', everybody],
    ['how much revenue do we make from hotels in Phuket?', 'contract_value', { all: [hotels, phuket] }],
  ])('is added up: “%s”', (say, field, filter) => {
    expect(ask(say).calls).toEqual([{ name: 'add_up', args: { filter, field } }]);
  });

  it('is of those only whom it knows', () => {
    expect(ask('how much are the zorblatts worth?').calls).toEqual([]);
    expect(ask('what is the average age of hotels?').calls).toEqual([]);
  });

  it('leaves customers to be counted', () => {
    expect(ask('how many hotels do we have in Phuket?').calls).toMatchObject([{ name: 'find_customers' }]);
  });

  it('tells who is first', () => {
    const top = { op: 'top', field: 'contract_value', end: 'highest', count: 1 };
    expect(ask('who is our best customer in Phuket?').calls).toEqual([
      { name: 'find_customers', args: { filter: { all: [phuket, top] } } },
    ]);
  });
});
