// Numbers of a field: "more than 10 zones", "worth over THB 100,000", "4-10 zones", "price below 12k".
import type { Field } from '../../../core/fields/field.ts';
import { toMinor } from '../../../lib/money.ts';
import { ownValue } from '../../../lib/own-value.ts';
import { clauseItem } from '../items.ts';
import { type Found, phraseAt, type Reader, skipWords } from '../reader.ts';
import { stems } from '../tokens.ts';
import { fieldAt, fieldOf } from './field-at.ts';
import type { Amount } from './read-amount.ts';
import { type Bounds, boundsOf, joinBounds, readBounds, readCompared, trailingAt } from './read-bounds.ts';
import type { Recognised } from './recogniser.ts';

const LINKS = [
  'is',
  'are',
  'of',
  'was',
  'at',
  'a',
  'an',
  'the',
  'contract',
  'contracts',
  'with',
  'that',
  ':',
];
const LEADS = ['with', 'having', 'has', 'have', 'whose', 'at', 'on'];
const ARTICLES = ['a', 'an', 'the', 'their', 'annual', 'yearly'];

export function recogniseAmount(reader: Reader, at: number): Recognised | null {
  const isLed = LEADS.includes(reader.tokens[at]?.word ?? '');
  const start = isLed ? skipWords(reader, at + 1, ARTICLES) : at;
  return fieldFirst(reader, start) ?? amountFirst(reader, at) ?? (isLed ? amountFirst(reader, at + 1) : null);
}

/** "worth more than THB 100,000", "price above 12,000 per zone", "rate per zone under 10k" */
function fieldFirst(reader: Reader, at: number): Recognised | null {
  const word = fieldAt(reader, at);
  if (!word) return null;
  const unit = word.value.kind === 'money' ? unitAfter(reader, word.end) : null;
  const bounds = boundsBehind(reader, unit ?? word.end);
  if (!bounds) return null;
  const isMoney = word.value.kind === 'money';
  const early = isMoney ? byTheYear(reader, bounds) : bounds;
  const perUnit = unit ? null : unitAfter(reader, early.end);
  const { value, end } = perUnit && isMoney ? byTheYear(reader, { value: early.value, end: perUnit }) : early;
  const field = (unit ?? perUnit) && isMoney ? fieldOf(reader, 'unit_price') : word.value;
  // "paying more than 100k a year" is all that they pay.
  const isWhole = end > bounds.end && !unit && !perUnit && PAYING.has(reader.tokens[at]!.stem);
  return finish(reader, isWhole ? fieldOf(reader, 'contract_value') : field, { value, end });
}

const PAYING = new Set(['pay', 'paying', 'paid']);

/** Past the little words between a field and its number; "at" may begin "at least". */
function boundsBehind(reader: Reader, at: number): Found<Bounds> | null {
  for (let start = at; ; start++) {
    const bounds = readBounds(reader, start, true);
    if (bounds || !LINKS.includes(reader.tokens[start]?.word ?? '')) return bounds;
  }
}

/** "more than 10 zones", "over 100k baht in contract value", "10+ zones" */
function amountFirst(reader: Reader, at: number): Recognised | null {
  const bounds = readBounds(reader, at, false);
  if (!bounds) return null;
  const bound = bounds.value.from ?? bounds.value.to;
  const isMoney = Boolean(bound?.currency) || (bound?.isLarge === true && !isOne(bounds.value));
  const { value, end: year } = isMoney ? byTheYear(reader, bounds) : bounds;
  const perUnit = unitAfter(reader, year);
  if (isMoney && perUnit)
    return finish(reader, fieldOf(reader, 'unit_price'), byTheYear(reader, { value, end: perUnit }));
  const noun = fieldAt(reader, skipWords(reader, year, ['in', 'of', 'annual', 'music', 'different']));
  if (noun && (!bound?.currency || noun.value.kind === 'money')) {
    const late = isOne(value) ? trailingAt(reader, noun.end) : null;
    if (late) return finish(reader, noun.value, { value: boundsOf(late.value, bound!), end: late.end });
    return finish(reader, noun.value, otherBound(reader, { value, end: noun.end }));
  }
  return isMoney ? finish(reader, fieldOf(reader, 'contract_value'), { value, end: year }) : null;
}

/** "more than 20 zones and fewer than 50": the other end of the same number. */
function otherBound(reader: Reader, one: Found<Bounds>): Found<Bounds> {
  const joined = skipWords(reader, one.end, ['and', 'but', ',']);
  const two = joined > one.end ? readCompared(reader, joined) : null;
  if (!two || fieldAt(reader, two.end) || phraseAt(reader, two.end, 'currencies', 'units')) return one;
  const both = joinBounds(one.value, two.value);
  return both ? { value: both, end: two.end } : one;
}

const isOne = ({ from, to }: Bounds): boolean => from !== null && from.value === to?.value;

/** Past "a year", "per annum", "/month": what contracts are worth is reckoned by the year. */
function byTheYear({ tokens }: Reader, { value, end: at }: Found<Bounds>): Found<Bounds> {
  const words = [tokens[at]?.word ?? '', tokens[at + 1]?.word ?? ''];
  const alone = ownValue(TIMES_A_YEAR, words[0]!);
  if (alone && !BARE.has(words[0]!)) return { value: times(value, alone), end: at + 1 };
  if (words[0] === 'altogether') return { value, end: at + 1 };
  if (words[0] === 'in' && words[1] === 'total') return { value, end: at + 2 };
  const isPer = ['a', 'per', 'each', 'every', '/', 'and'].includes(words[0]!);
  const said = isPer ? ownValue(TIMES_A_YEAR, words[1]!) : undefined;
  if (!said) return { value, end: at };
  const isTotal = tokens[at + 2]?.word === 'in' && tokens[at + 3]?.word === 'total';
  return { value: times(value, said), end: isTotal ? at + 4 : at + 2 };
}

const TIMES_A_YEAR: Readonly<Record<string, number>> = {
  ...{ year: 1, annum: 1, yr: 1, yearly: 1, annually: 1, pa: 1 },
  ...{ month: 12, mo: 12, mth: 12, monthly: 12, quarter: 4, quarterly: 4 },
};
/** They need "a" or "per" before them. */
const BARE = new Set(['year', 'annum', 'yr', 'month', 'mo', 'mth', 'quarter']);

const times = (bounds: Bounds, by: number): Bounds => ({
  ...bounds,
  from: bounds.from && { ...bounds.from, value: bounds.from.value * by },
  to: bounds.to && { ...bounds.to, value: bounds.to.value * by },
});

function finish(reader: Reader, field: Field | undefined, { value, end }: Found<Bounds>): Recognised | null {
  if (!field || (field.kind !== 'number' && field.kind !== 'money')) return null;
  const inUnits = (amount: Amount | null): number | null =>
    amount &&
    (field.kind === 'money'
      ? toMinor(amount.value, amount.currency?.value ?? reader.input.currency ?? 'THB')
      : amount.value);
  const [from, to] = [inUnits(value.from), inUnits(value.to)];
  const filter = {
    op: 'between' as const,
    field: field.key,
    from: from === null ? null : from + (value.isOpenFrom ? 1 : 0),
    to: to === null ? null : to - (value.isOpenTo ? 1 : 0),
  };
  const currency = field.kind === 'money' ? (value.from ?? value.to)?.currency : null;
  return { item: { ...clauseItem(field.key, filter), ...(currency ? { currency } : {}) }, end };
}

/** Past "per zone", "a zone", "per zone and year", where it follows. */
function unitAfter({ tokens, input }: Reader, at: number): number | null {
  const units = [input.vocabulary.unit.one, input.vocabulary.unit.many, 'unit'].flatMap(stems);
  const isUnit =
    ['per', 'a', 'each', '/', 'for', 'every'].includes(tokens[at]?.word ?? '') &&
    units.includes(tokens[at + 1]?.stem ?? '');
  return isUnit ? at + 2 : null;
}
