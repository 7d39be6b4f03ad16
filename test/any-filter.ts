// Filters at random over whatever fields there are, with texts that would break a careless reader or statement.
import fc from 'fast-check';
import { checkFilter } from '../core/audience/check-filter.ts';
import type { Clause, Filter } from '../core/audience/filter.ts';
import type { FilterWords } from '../core/audience/say-value.ts';
import type { Field } from '../core/fields/field.ts';
import { countryCodes } from '../core/places/countries.ts';

export const anyText = fc.oneof(
  fc.constantFrom(
    'Phuket',
    'a, b',
    'x or y',
    'x, and y',
    '(no)',
    '”',
    '““”',
    'known',
    'not',
    'from 1 to 2',
    '[name]',
  ),
  fc.constantFrom(
    'Côte d’Ivoire',
    'Mali',
    'at most 3',
    ' ',
    'Hilton (with more)',
    'ordered',
    'all customers',
    '\n',
  ),
  fc.string({ minLength: 1, maxLength: 12 }).filter((some) => !some.includes('\0')),
  fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }).filter((some) => !some.includes('\0')),
);
const day = fc.oneof(
  fc
    .date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  fc.constantFrom('today', 'month-start', 'quarter-end', 'week-start-2w', 'year-end+1y', 'today+1d'),
  fc
    .tuple(fc.integer({ min: 1, max: 9999 }), fc.constantFrom(...'dwmqy'))
    .map(([n, unit]) => `today-${n}${unit}`),
);
const ends = <T>(value: fc.Arbitrary<T>) =>
  fc.tuple(fc.option(value, { nil: null }), fc.option(value, { nil: null }));
/** Both ends of a span, often one that people have words for. */
const span = fc.oneof(
  ends(day),
  fc.constantFrom<[string, string]>(
    ['today', 'today+30d'],
    ['today-1w', 'today'],
    ['month-start', 'month-end'],
    ['quarter-start+1q', 'quarter-end+1q'],
    ['year-start-1y', 'year-end-1y'],
    ['month-start-1q', 'month-end-1q'],
    ['month-start', 'quarter-end'],
  ),
);
const whole = fc.integer({ min: 0, max: 10 ** 9 });
const number = fc.oneof(
  whole,
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n || 0),
);
const VALUES: Readonly<Record<string, fc.Arbitrary<string | number>>> = {
  number,
  money: fc.integer({ min: -(10 ** 9), max: 10 ** 12 }),
  date: day,
  yesno: fc.constantFrom('yes', 'no'),
  country: fc.constantFrom(...countryCodes()),
  size: fc.constantFrom('small', 'medium'),
  contract_status: fc.constantFrom('active', 'none'),
  activity_status: fc.constantFrom('recently active', 'dormant'),
};
const bounds = fc.option(
  ends(whole).map(([from, to]) => ({ from, to })),
  { nil: undefined },
);
type Given = {
  words: Pick<FilterWords, 'fields' | 'brands' | 'people' | 'campaigns' | 'segments'>;
  text?: fc.Arbitrary<string>;
};

const NOBODY = '0190a3a0-0000-7000-8000-000000000009';

/** One condition that `checkFilter` lets through, and a tree of them. */
export function anyFilter({ words, text = anyText }: Given) {
  const ids = (known: readonly { id: string }[] = []) =>
    fc.constantFrom(NOBODY, ...known.map(({ id }) => id));
  const named: Readonly<Record<string, fc.Arbitrary<string | number>>> = {
    ...VALUES,
    owner: fc.oneof(text, ids(words.people)),
    brand: fc.oneof(text, ...words.brands.map(({ name }) => fc.constant(name))),
    segment: ids(words.segments),
  };
  const valuesFor = ({ key, kind, isBuiltIn }: Field) =>
    (isBuiltIn ? named[key] : undefined) ?? VALUES[kind] ?? text;
  const clausesOn = (field: Field): fc.Arbitrary<unknown> =>
    fc.oneof(
      fc
        .array(valuesFor(field), { minLength: 1, maxLength: 4 })
        .map((values) => ({ op: 'in', field: field.key, values })),
      (field.kind === 'date' ? span : ends(valuesFor(field))).map(([from, to]) => ({
        op: 'between',
        field: field.key,
        from,
        to,
      })),
      text.chain((some) =>
        fc.constantFrom('contains', 'like').map((op) => ({ op, field: field.key, text: some })),
      ),
      fc.constant({ op: 'known', field: field.key }),
      fc
        .tuple(span, bounds, bounds, fc.option(ids(words.campaigns), { nil: undefined }))
        .map(([[from, to], times, total, campaignId]) => ({
          ...{ op: 'did', field: field.key, from, to },
          ...(times ? { times } : {}),
          ...(total ? { total } : {}),
          ...(campaignId ? { campaignId } : {}),
        })),
      fc
        .tuple(fc.constantFrom('highest', 'lowest'), fc.constantFrom({ count: 10 }, { percent: 2.5 }), text)
        .map(([end, size, seed]) => ({
          ...{ op: 'top', field: field.key, end, ...size },
          ...(field.key === 'random' ? { seed } : {}),
        })),
    );
  const check = (filter: unknown): Filter | null => {
    try {
      return checkFilter(filter, words.fields);
    } catch {
      return null;
    }
  };
  const clause = fc
    .constantFrom(...words.fields)
    .chain(clausesOn)
    .map(check)
    .filter((checked): checked is Clause => checked !== null);
  const { tree } = fc.letrec<{ tree: Filter }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'filter' },
      clause.filter(({ op }) => op !== 'top'),
      fc.array(tie('tree'), { maxLength: 3, depthIdentifier: 'filter' }).map((all): Filter => ({ all })),
      fc
        .array(tie('tree'), { minLength: 1, maxLength: 3, depthIdentifier: 'filter' })
        .map((any): Filter => ({ any })),
      tie('tree').map((not): Filter => ({ not })),
    ),
  }));
  return { clause, tree };
}
