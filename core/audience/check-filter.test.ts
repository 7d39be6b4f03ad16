import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAppError } from '../../lib/errors.ts';
import type { Field } from '../fields/field.ts';
import { builtInFields } from '../fields/registry.ts';
import { checkFilter } from './check-filter.ts';

const PLATFORM: Field = {
  key: 'platform',
  label: 'Platform',
  kind: 'choice',
  synonyms: { en: ['player'] },
  values: [{ value: 'Soundtrack Your Brand', synonyms: ['SYB'] }],
  columns: [],
  isBuiltIn: false,
};
const FIELDS = [...builtInFields({ unit: { one: 'zone', many: 'zones' }, types: [] }), PLATFORM];
const check = (filter: unknown) => checkFilter(filter, FIELDS);
const range = (field: string, from: unknown, to: unknown = null) => ({ op: 'between', field, from, to });
const is = (field: string, ...values: unknown[]) => ({ op: 'in', field, values });
const nested = (depth: number): unknown =>
  depth === 0 ? { op: 'known', field: 'city' } : { not: nested(depth - 1) };

describe('a good filter', () => {
  it('comes back in the registry’s spelling', () => {
    expect(check(is('platform', 'syb', 'Beat Breeze'))).toEqual(
      is('platform', 'Soundtrack Your Brand', 'Beat Breeze'),
    );
    expect(check(is('contract_status', 'expired'))).toEqual(is('contract_status', 'lapsed'));
    expect(check(is('country', 'thailand', 'de', 'UK'))).toEqual(is('country', 'TH', 'DE', 'GB'));
    expect(check(is('region', 'SEA'))).toEqual(is('region', 'Southeast Asia'));
    expect(check(is('reachable', 'True', 0))).toEqual(is('reachable', 'yes', 'no'));
    expect(check(range('unit_count', '4', 10))).toEqual(range('unit_count', 4, 10));
    expect(check({ ...range('contract_end', '2028-02-29'), to: undefined })).toEqual(
      range('contract_end', '2028-02-29'),
    );
  });

  it('may be everybody', () => {
    expect(check({ all: [] })).toEqual({ all: [] });
  });
});

describe('a wrong filter is refused with the place', () => {
  it.each<[string, unknown, string, string]>([
    ['no object', 'all', 'filter:invalid', 'the top'],
    ['null', null, 'filter:invalid', 'the top'],
    ['an empty object', {}, 'filter:invalid', 'the top'],
    ['two groups in one', { all: [], any: [] }, 'filter:invalid', 'the top'],
    ['an empty any', { all: [{ any: [] }] }, 'filter:invalid', 'all[0]'],
    ['a group that is no list', { all: { 0: 'x' } }, 'filter:invalid', 'the top'],
    ['an unknown operator', { op: 'regex', field: 'name', text: 'x' }, 'filter:invalid', 'the top'],
    ['something besides', { op: 'known', field: 'name', sql: '1=1' }, 'filter:invalid', 'the top'],
    [
      'an unknown field, deep inside',
      { any: [{ all: [] }, { not: is('brnd', 'x') }] },
      'field:unknown',
      'any[1].not',
    ],
    ['a field of Object', is('constructor', 'x'), 'field:unknown', 'the top'],
    ['a day that does not exist', { all: [range('contract_end', '2027-02-29')] }, 'filter:invalid', 'all[0]'],
    ['a month that does not exist', range('contract_end', '2027-13-01'), 'filter:invalid', 'the top'],
    ['a year nobody counts', range('contract_end', '0000-01-01'), 'filter:invalid', 'the top'],
    ['a date in words', is('contract_end', 'tomorrow'), 'filter:invalid', 'the top'],
    ['a range backwards', range('contract_end', '2027-02-02', '2027-02-01'), 'filter:invalid', 'the top'],
    ['a range without ends', range('contract_end', null), 'filter:invalid', 'the top'],
    ['a range of names', range('name', 'a', 'b'), 'filter:invalid', 'the top'],
    ['a text in a number', { op: 'contains', field: 'unit_count', text: '1' }, 'filter:invalid', 'the top'],
    [
      'a text in a worked-out field',
      { op: 'contains', field: 'size', text: 'big' },
      'filter:invalid',
      'the top',
    ],
    ['a number in words', range('unit_count', 'ten'), 'filter:invalid', 'the top'],
    ['an endless number', range('unit_count', Number.POSITIVE_INFINITY), 'filter:invalid', 'the top'],
    ['a status there is not', is('contract_status', 'sleeping'), 'filter:invalid', 'the top'],
    ['a country there is not', is('country', 'Atlantis'), 'filter:invalid', 'the top'],
    ['neither yes nor no', is('reachable', 'perhaps'), 'filter:invalid', 'the top'],
    ['a NUL', is('name', 'a\0b'), 'filter:invalid', 'the top'],
    ['a NUL in a part', { op: 'contains', field: 'name', text: '\0' }, 'filter:invalid', 'the top'],
    ['too many values', is('name', ...Array.from({ length: 501 }, String)), 'filter:invalid', 'the top'],
    [
      'too long a text',
      { op: 'contains', field: 'name', text: 'x'.repeat(201) },
      'filter:invalid',
      'the top',
    ],
  ])('%s', (_what, filter, code, at) => {
    expect(() => check(filter)).toThrow(
      expect.objectContaining({ code, where: expect.objectContaining({ at }) }),
    );
  });

  it('with the nearest field there is', () => {
    expect(() => check(is('citty', 'x'))).toThrow(expect.objectContaining({ nextStep: 'Use city.' }));
    expect(() => check(is('expiry', 'x'))).toThrow(
      expect.objectContaining({ nextStep: expect.stringContaining('contract_end') }),
    );
  });

  it('too deep or too wide, long before it could hurt', () => {
    expect(() => check(nested(50_000 / 10))).toThrow(expect.objectContaining({ code: 'filter:invalid' }));
    const wide = { all: Array.from({ length: 150 }, () => ({ any: [nested(0), nested(0)] })) };
    expect(() => check(wide)).toThrow(expect.objectContaining({ code: 'filter:invalid' }));
    expect(check(nested(12))).toEqual(nested(12));
  });
});

describe('whatever comes', () => {
  it('is answered or refused, never a crash', () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.record(
        {
          op: fc.constantFrom('in', 'between', 'contains', 'known'),
          field: fc.constantFrom('brand', 'contract_end', 'unit_count', 'x'),
          values: fc.anything(),
          from: fc.anything(),
          to: fc.anything(),
          text: fc.anything(),
        },
        { requiredKeys: ['op', 'field'] },
      ),
    );
    fc.assert(
      fc.property(anything, (filter) => {
        try {
          check(filter);
        } catch (error) {
          expect(isAppError(error)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
