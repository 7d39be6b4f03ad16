import { describe, expect, it } from 'vitest';
import type { Clause } from '../audience/filter.ts';
import { sayFilter } from './say-filter.ts';
import { widenClause } from './widen-clause.ts';

describe('another audience', () => {
  it.each([
    [
      'business type is Hotel, and contract ends in the next 60 days (22 November – 21 January)',
      'business type is Hotel, contract ends in the next 60 days',
    ],
    ['brand is Hilton (with Conrad and 2 more), and city is Phuket', 'brand is Hilton, city is Phuket'],
    ['(city is Phuket, and size is small), or city is Hua Hin', null],
    ['city is Phuket, or size is small', null],
  ])('is found by a sentence, where one holds it: %s', (words, said) => {
    expect(sayFilter(words)).toBe(said && `Find customers where ${said}`);
  });

  it.each<[Clause, object[]]>([
    [{ op: 'between', field: 'contract_end', from: 'today', to: 'today+30d' }, [{ to: 'today+60d' }]],
    [{ op: 'between', field: 'last_active', from: 'today-6m', to: 'today' }, [{ from: 'today-12m' }]],
    [{ op: 'between', field: 'unit_count', from: 8 }, [{ from: 6 }]],
    [{ op: 'between', field: 'contract_end', from: '2026-01-01' }, []],
    [{ op: 'in', field: 'city', values: ['Hua Hin', 'Nowhereville'] }, []],
    [{ op: 'known', field: 'city' }, []],
  ])('a condition that means more of its kind: %j', (clause, wider) => {
    expect(widenClause(clause, { brands: [] }).map(({ filter: one }) => one)).toMatchObject(wider);
  });
});
