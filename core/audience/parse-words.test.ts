import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyFilter } from '../../test/any-filter.ts';
import type { Field } from '../fields/field.ts';
import { builtInFields } from '../fields/registry.ts';
import { describeFilter, plainFilter } from './describe-filter.ts';
import type { Filter } from './filter.ts';
import { parseWords } from './parse-words.ts';
import type { FilterWords } from './say-value.ts';

const own = (key: string, label: string, kind: Field['kind']): Field => ({
  ...{ key, label, kind, synonyms: {}, values: [], columns: [], isBuiltIn: false },
});
const id = (n: number) => `0190a3a0-0000-7000-8000-00000000000${n}`;
const brand = (name: string, parent: string | null = null) => ({
  name,
  parent,
  ownerGroup: null,
  aliases: [],
});
const WORDS: FilterWords = {
  fields: [
    ...builtInFields({ unit: { one: 'zone', many: 'zones' }, types: [] }),
    own('platform', 'Platform', 'choice'),
    own('seats', 'Seats', 'number'),
    own('fee', 'City', 'money'),
    own('opened', 'Contract ends', 'date'),
    own('odd', 'Is (not) “it”, and so', 'text'),
    own('visit', 'Visited the shop', 'event'),
    own('not_in', 'Not ordered', 'event'),
    own('bar', 'Ordered in campaign', 'yesno'),
  ],
  brands: [
    brand('Hilton'),
    brand('Tru, or “so” (by) Hilton', 'Hilton'),
    brand('Hilton Garden Inn', 'Hilton'),
  ],
  people: [
    { id: id(1), name: 'Mali' },
    { id: id(2), name: 'Ann or Bob' },
    { id: id(3), name: 'Twin' },
    { id: id(4), name: 'Twin' },
  ],
  campaigns: [
    { id: id(5), name: 'Spring, and (more) ”' },
    { id: id(6), name: 'Twin' },
    { id: id(7), name: 'Twin' },
  ],
  segments: [{ id: id(8), name: 'Gold “plus”' }],
  currency: 'THB',
  today: '2026-11-21',
};

const { clause, tree } = anyFilter({ words: WORDS });
const again = (filter: Filter) => parseWords(describeFilter(filter, WORDS), WORDS);

describe('the words of a filter', () => {
  it('read back as the same condition, whatever its field and values', () => {
    fc.assert(
      fc.property(clause, (given) => {
        expect(again(given)).toEqual(given);
        if (given.op !== 'top') expect(again({ not: given })).toEqual({ not: given });
      }),
      { numRuns: 1500 },
    );
  });

  it('read back as the same tree', () => {
    fc.assert(
      fc.property(tree, (given) => {
        expect(again(given)).toEqual(plainFilter(given));
      }),
      { numRuns: 400 },
    );
  });

  it.each<[string, unknown]>([
    ['contract ends in the future', 'no days'],
    ['city is', 'no value'],
    ['shoe size is 4', 'no field'],
    ['city is Phuket, and', 'half a group'],
    ['(city is Phuket', 'half a bracket'],
    ['city contains “x', 'half a quotation'],
    ['number of zones is many', 'no number'],
    ['contract value a year is at least USD 5', 'other money'],
    ['', 'nothing'],
  ])('are refused where they say nothing: %s', (said) => {
    expect(() => parseWords(said, WORDS)).toThrow(expect.objectContaining({ code: 'filter:invalid' }));
  });

  it('are whole sentences', () => {
    const filter: Filter = {
      all: [
        { op: 'did', field: 'ordered', from: 'today-30d', to: 'today', times: { from: 2, to: null } },
        { not: { op: 'did', field: 'replied', from: null, to: null, campaignId: id(5) } },
        { op: 'top', field: 'order_value', end: 'highest', percent: 10 },
        { op: 'top', field: 'random', end: 'highest', count: 50, seed: 'a' },
      ],
    };
    expect(describeFilter(filter, WORDS)).toBe(
      'ordered at least 2 times in the last 30 days (22 October – 21 November 2026), and ' +
        'not replied in campaign “Spring, and (more) ”””, and the 10% with the highest order value, and ' +
        '50 drawn at random, seed “a”',
    );
  });
});
