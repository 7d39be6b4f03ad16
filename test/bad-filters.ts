// Filters that nobody means well by, as the text of their JSON: too deep, too wide, too long, of the wrong kind.
import type { Field } from '../core/fields/field.ts';

const LONG = 'x'.repeat(50_000);
const TEXTS = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e',
  '🏨'.repeat(80),
  'a\u0301'.repeat(90),
  "'; drop table customers; --",
  '%',
  '\\',
  '$1',
  '{{x}}',
  'İ',
  'ﷺ'.repeat(60),
  LONG,
];
const NUMBERS = [
  '0',
  '-0',
  '-1',
  '1e308',
  '-1e308',
  '1e999',
  '9007199254740993',
  '0.1',
  '1e-320',
  '99999999999999999999',
];
const DAYS = [
  'today',
  'today+999999999d',
  'month-start+99999m',
  'year-end-9999y',
  '0000-00-00',
  '9999-12-31',
  '99999-01-01',
  '2026-02-30',
  '0001-01-01',
  'today-1',
];
const json = (value: unknown): string => JSON.stringify(value);

/** Each in every place of a clause on one field. */
export function badClauses({ key }: Field): string[] {
  const field = json(key);
  const words = [...TEXTS, ...DAYS].map(json);
  const values = [...words, ...NUMBERS, 'null', 'true', '[]', '{}'];
  return [
    ...values.flatMap((value) => [
      `{"op":"in","field":${field},"values":[${value}]}`,
      `{"op":"between","field":${field},"from":${value}}`,
      `{"op":"between","field":${field},"from":null,"to":${value}}`,
      `{"op":"did","field":${field},"from":${value},"to":${value}}`,
    ]),
    ...words.flatMap((word) => [
      `{"op":"contains","field":${field},"text":${word}}`,
      `{"op":"like","field":${field},"text":${word}}`,
      `{"op":"did","field":${field},"campaignId":${word}}`,
      `{"op":"top","field":${field},"end":"highest","count":3,"seed":${word}}`,
    ]),
    ...NUMBERS.flatMap((number) => [
      `{"op":"top","field":${field},"end":"lowest","percent":${number}}`,
      `{"op":"top","field":${field},"end":"lowest","count":${number}}`,
      `{"op":"did","field":${field},"times":{"from":${number}}}`,
      `{"op":"did","field":${field},"total":{"from":0,"to":${number}}}`,
    ]),
  ];
}

const clause = '{"op":"in","field":"city","values":["Phuket"]}';
const many = (count: number, what: string): string => Array(count).fill(what).join(',');
const nested = (depth: number, [open, close]: readonly [string, string], inside = clause): string =>
  open.repeat(depth) + inside + close.repeat(depth);
const NOT = ['{"not":', '}'] as const;
const ALL = ['{"all":[', ']}'] as const;
const ANY = ['{"any":[', ']}'] as const;

/** The shapes of trees. */
export const BAD_TREES: readonly (readonly [string, string])[] = [
  ...[13, 99, 101, 10_000, 60_000].flatMap((depth) => [
    [`not ${depth} deep`, nested(depth, NOT)] as const,
    [`all ${depth} deep`, nested(depth, ALL)] as const,
    [`any ${depth} deep and then nonsense`, nested(depth, ANY, '7')] as const,
  ]),
  ['lists in lists', nested(10_000, ['[', ']'], '1')],
  ['wide', `{"all":[${many(201, clause)}]}`],
  ['wide and deep', nested(11, ['{"any":[', `,${many(15, clause)}]}`])],
  ['twenty thousand alternatives', `{"any":[${many(20_000, clause)}]}`],
  ['twenty thousand empty conditions', `{"all":[${many(20_000, '{}')}]}`],
  ['a list of 501', `{"op":"in","field":"city","values":[${many(501, '"x"')}]}`],
  ['a list of 500 long words', `{"op":"in","field":"city","values":[${many(500, json('y'.repeat(1900)))}]}`],
  ['a list of 200,000', `{"op":"in","field":"city","values":[${many(200_000, '1')}]}`],
  [
    'two hundred lists of 400',
    `{"any":[${many(200, `{"op":"in","field":"city","values":[${many(400, '"q"')}]}`)}]}`,
  ],
  ['no operator of ours', '{"op":"drop","field":"city"}'],
  ['an operator that is a list', '{"op":["in"],"field":"city","values":["x"]}'],
  ['a field that is no text', '{"op":"known","field":{"$ne":1}}'],
  ['a field of the language’s own', '{"op":"known","field":"__proto__"}'],
  ['a prototype', '{"__proto__":{"op":"known","field":"city"}}'],
  ['a constructor', '{"constructor":{"prototype":{"x":1}}}'],
  ['both at once', `{"all":[],"any":[${clause}]}`],
  ['nothing', 'null'],
  ['a list', '[]'],
  ['a text', '"all"'],
  ['a number', '1e999'],
  ['not of nothing', '{"not":null}'],
  ['any of none', '{"any":[]}'],
  ['a segment nobody has', '{"op":"in","field":"segment","values":["0190a3a0-0000-7000-8000-000000000900"]}'],
  ['sixty tops', `{"all":[${many(60, '{"op":"top","field":"unit_count","end":"highest","count":5}')}]}`],
  ['a top in an alternative', '{"any":[{"op":"top","field":"unit_count","end":"highest","count":5}]}'],
  [
    'two hundred looks at everything',
    `{"all":[${many(200, '{"op":"like","field":"anything","text":"abcdefgh ijklmnop"}')}]}`,
  ],
  [
    'two hundred things done',
    `{"all":[${many(200, '{"op":"did","field":"was_active","times":{"from":2}}')}]}`,
  ],
];
