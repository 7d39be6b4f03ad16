import { describe, expect, it } from 'vitest';
import { moneyWords } from '../words.ts';
import { conditionWords, type Offer } from './offer-conditions.tsx';

const settings = { currency: 'USD', unit: { one: 'zone', many: 'zones' } };
const late = { key: 'late_payer', label: 'Late payer', kind: 'yesno' } as const;
const fields = [{ ...late, isBuiltIn: false, isEditable: true, operators: [], values: [] }];

describe('a condition of a renewal offer', () => {
  it.each<[Offer['when'], string]>([
    [{ minYears: 1 }, 'with us for at least 1 year'],
    [{ minRenewals: 3 }, 'renewed at least 3 times'],
    [{ minUnits: 1 }, 'at least 1 zone'],
    [{ minYearlyMinor: 1_000_000 }, `pays at least ${moneyWords(1_000_000, 'USD')} a year`],
    [{ hasEnded: false }, 'the agreement still runs'],
    [{ hasLapsed: true }, 'lapsed before'],
    [{ field: { key: 'late_payer', is: true } }, 'Late payer: Yes'],
    [{ field: { key: 'no_such_field', is: 4 } }, 'no such field: 4'],
  ])('%o reads “%s”', (when, words) => {
    const [of] = Object.keys(when) as (keyof Offer['when'])[];
    expect(conditionWords(when, of!, { settings, fields })).toBe(words);
  });
});
