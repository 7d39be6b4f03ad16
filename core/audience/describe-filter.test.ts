import { describe, expect, it } from 'vitest';
import { between, is } from '../../evals/cases/request-case.ts';
import { builtInFields } from '../fields/registry.ts';
import type { FilterWords } from './describe-clause.ts';
import { describePeriod, describeRange, yearBefore } from './describe-dates.ts';
import { describeFilter } from './describe-filter.ts';
import type { Filter } from './filter.ts';

const brand = (name: string, parent: string | null = null) => ({
  name,
  parent,
  ownerGroup: null,
  aliases: [],
});
const WORDS: FilterWords = {
  fields: builtInFields({ unit: { one: 'zone', many: 'zones' }, types: [] }),
  brands: [
    brand('Hilton'),
    brand('Tru by Hilton', 'Hilton'),
    brand('Hilton Garden Inn', 'Hilton'),
    brand('Ibis'),
  ],
  people: [{ id: '0190a3a0-0000-7000-8000-000000000001', name: 'Mali' }],
  currency: 'THB',
};
const say = (filter: Filter) => describeFilter(filter, WORDS);

describe('a condition in words', () => {
  it.each<[Filter, string, string]>([
    [
      is('brand', 'hilton'),
      'brand is hilton (with Hilton Garden Inn and Tru by Hilton)',
      'brand is not hilton (with Hilton Garden Inn and Tru by Hilton)',
    ],
    [is('city', 'Phuket', 'Krabi'), 'city is Phuket or Krabi', 'city is not Phuket or Krabi'],
    [is('country', 'TH'), 'country is Thailand', 'country is not Thailand'],
    [is('owner', WORDS.people[0]!.id), 'account manager is Mali', 'account manager is not Mali'],
    [
      between('contract_end', '2027-10-01', '2027-10-31'),
      'contract ends 1–31 October 2027',
      'contract does not end 1–31 October 2027',
    ],
    [
      between('contract_end', null, '2027-10-31'),
      'contract ends on or before 31 October 2027',
      'contract does not end on or before 31 October 2027',
    ],
    [
      between('contract_start', '2027-10-01', null),
      'contract starts on or after 1 October 2027',
      'contract does not start on or after 1 October 2027',
    ],
    [
      is('contract_end', '2027-10-01'),
      'contract ends on 1 October 2027',
      'contract does not end on 1 October 2027',
    ],
    [between('unit_count', 4, 10), 'number of zones is from 4 to 10', 'number of zones is not from 4 to 10'],
    [between('unit_count', 11, null), 'number of zones is at least 11', 'number of zones is not at least 11'],
    [
      between('contract_value', null, 4_800_000),
      'contract value a year is at most THB 48,000',
      'contract value a year is not at most THB 48,000',
    ],
    [
      { op: 'contains', field: 'unit_name', text: 'Bar' },
      'name of a zone contains “Bar”',
      'name of a zone does not contain “Bar”',
    ],
    [{ op: 'known', field: 'contract_end' }, 'contract end is known', 'contract end is not known'],
  ])('%j', (filter, words, negated) => {
    expect(say(filter)).toBe(words);
    expect(say({ not: filter })).toBe(negated);
    expect(say({ not: { not: filter } })).toBe(words);
  });

  it('names every value, however many', () => {
    expect(say(is('tag', ...Array.from({ length: 30 }, (_, at) => `t${at}`)))).toMatch(/t10, .* or t29$/);
  });
});

describe('groups in words', () => {
  const [a, b, c] = [is('city', 'A'), is('city', 'B'), is('city', 'C')];
  it.each<[Filter, string]>([
    [{ all: [] }, 'all customers'],
    [{ all: [a] }, 'city is A'],
    [{ all: [a, b] }, 'city is A, and city is B'],
    [{ any: [a, { all: [b, c] }] }, 'city is A, or (city is B, and city is C)'],
    [{ all: [{ any: [a, b] }, c] }, '(city is A, or city is B), and city is C'],
    [{ not: { any: [a, b] } }, 'not (city is A, or city is B)'],
    [{ all: [{ not: { all: [a, b] } }, c] }, 'not (city is A, and city is B), and city is C'],
    [{ all: [{ any: [{ all: [a, b] }] }, c] }, '(city is A, and city is B), and city is C'],
  ])('%j', (filter, words) => {
    expect(say(filter)).toBe(words);
  });
});

describe('dates in words', () => {
  it('are written out as shortly as they can be', () => {
    expect(describeRange({ from: '2027-10-01', to: '2027-12-31' })).toBe('1 October – 31 December 2027');
    expect(describeRange({ from: '2026-12-15', to: '2027-01-15' })).toBe(
      '15 December 2026 – 15 January 2027',
    );
    expect(describePeriod({ from: '2024-02-01', to: '2024-02-29' })).toBe('February 2024');
    expect(describePeriod({ from: '2024-01-01', to: '2024-12-31' })).toBe('2024');
    expect(describePeriod({ from: '2024-02-01', to: '2024-02-28' })).toBe('1–28 February 2024');
  });

  it('go a year back to the same end of the month', () => {
    expect(yearBefore({ from: '2025-02-01', to: '2025-02-28' })).toEqual({
      from: '2024-02-01',
      to: '2024-02-29',
    });
    expect(yearBefore({ from: '2027-10-01', to: '2027-10-31' })).toEqual({
      from: '2026-10-01',
      to: '2026-10-31',
    });
  });
});
