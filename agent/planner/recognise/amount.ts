// Numbers of a field: "more than 10 zones", "worth over THB 100,000", "4-10 zones", "price below 12k".
import type { Field } from '../../../core/fields/field.ts';
import { toMinor } from '../../../lib/money.ts';
import { clauseItem } from '../items.ts';
import { type Found, phraseAt, type Reader, skipWords, valueAt } from '../reader.ts';
import { stems } from '../tokens.ts';
import { type Amount, readAmount } from './read-amount.ts';
import type { Recognised } from './recogniser.ts';

export type Bounds = { from: Amount | null; to: Amount | null; isOpenFrom: boolean; isOpenTo: boolean };

const LINKS = ['is', 'are', 'of', 'was', 'at', 'a', 'an', 'the', 'contract', 'contracts', 'with', 'that'];

export function recogniseAmount(reader: Reader, at: number): Recognised | null {
  return fieldFirst(reader, at) ?? amountFirst(reader, at);
}

/** "worth more than THB 100,000", "price above 12,000 per zone" */
function fieldFirst(reader: Reader, at: number): Recognised | null {
  const word = fieldAt(reader, at);
  if (!word) return null;
  // "at" may begin "at least".
  const bounds =
    readBounds(reader, word.end, true) ?? readBounds(reader, skipWords(reader, word.end, LINKS), true);
  if (!bounds) return null;
  const perUnit = unitAfter(reader, bounds.end);
  const field = perUnit && word.value.kind === 'money' ? fieldOf(reader, 'unit_price') : word.value;
  const end = word.value.kind === 'money' ? pastYear(reader, perUnit ?? bounds.end) : bounds.end;
  return finish(reader, field, { value: bounds.value, end });
}

/** "more than 10 zones", "over 100k baht in contract value", "10+ zones" */
function amountFirst(reader: Reader, at: number): Recognised | null {
  const bounds = readBounds(reader, at, false);
  if (!bounds) return null;
  const { value } = bounds;
  const currency = value.from?.currency ?? value.to?.currency;
  const end = currency ? pastYear(reader, bounds.end) : bounds.end;
  const perUnit = unitAfter(reader, end);
  if (currency && perUnit)
    return finish(reader, fieldOf(reader, 'unit_price'), { value, end: pastYear(reader, perUnit) });
  const noun = fieldAt(reader, skipWords(reader, end, ['in', 'of', 'annual', 'music', 'different']));
  if (noun && (!currency || noun.value.kind === 'money'))
    return finish(reader, noun.value, { value, end: noun.end });
  return currency ? finish(reader, fieldOf(reader, 'contract_value'), { value, end }) : null;
}

/** Past "a year", "per annum", "/yr": what contracts are worth is reckoned by the year. */
function pastYear({ tokens }: Reader, at: number): number {
  const words = [tokens[at]?.word ?? '', tokens[at + 1]?.word ?? ''];
  if (['yearly', 'annually', 'pa', 'p a'].includes(words[0]!)) return at + 1;
  const isPer = ['a', 'per', 'each', 'every', '/', 'and'].includes(words[0]!);
  return isPer && ['year', 'annum', 'yr'].includes(words[1]!) ? at + 2 : at;
}

function finish(reader: Reader, field: Field | undefined, { value, end }: Found<Bounds>): Recognised | null {
  if (!field || (field.kind !== 'number' && field.kind !== 'money')) return null;
  const inUnits = (amount: Amount | null): number | null =>
    amount &&
    (field.kind === 'money'
      ? toMinor(amount.value, amount.currency ?? reader.input.currency ?? 'THB')
      : amount.value);
  const [from, to] = [inUnits(value.from), inUnits(value.to)];
  const filter = {
    op: 'between' as const,
    field: field.key,
    from: from === null ? null : from + (value.isOpenFrom ? 1 : 0),
    to: to === null ? null : to - (value.isOpenTo ? 1 : 0),
  };
  return { item: clauseItem(field.key, filter), end };
}

/** A number with what bounds it. `isMoney` when a field before it says so, so that a bare number will do. */
export function readBounds(reader: Reader, at: number, isAfterField: boolean): Found<Bounds> | null {
  return readRange(reader, at) ?? readCompared(reader, at) ?? readTrailing(reader, at, isAfterField);
}

function readRange(reader: Reader, at: number): Found<Bounds> | null {
  const opening = ['between', 'from'].includes(reader.tokens[at]?.word ?? '');
  const from = readAmount(reader, opening ? at + 1 : at);
  const joiner = from && reader.tokens[from.end];
  if (!from || !joiner || !['-', '–', 'to', ...(opening ? ['and'] : [])].includes(joiner.word)) return null;
  const to = readAmount(reader, from.end + 1);
  if (!to) return null;
  const currency = from.value.currency ?? to.value.currency;
  const withCurrency = (amount: Amount): Amount => ({ ...amount, currency });
  return {
    value: { from: withCurrency(from.value), to: withCurrency(to.value), isOpenFrom: false, isOpenTo: false },
    end: to.end,
  };
}

function readCompared(reader: Reader, at: number): Found<Bounds> | null {
  const comparator = valueAt(reader, at, 'comparators');
  const amount =
    comparator && readAmount(reader, skipWords(reader, comparator.end, ['a', 'about', 'around']));
  return amount ? { value: boundsOf(comparator!.value, amount.value), end: amount.end } : null;
}

function boundsOf(comparator: string, amount: Amount): Bounds {
  const none = { from: null, to: null, isOpenFrom: false, isOpenTo: false };
  if (comparator === 'gt') return { ...none, from: amount, isOpenFrom: true };
  if (comparator === 'ge') return { ...none, from: amount };
  if (comparator === 'lt') return { ...none, to: amount, isOpenTo: true };
  if (comparator === 'le') return { ...none, to: amount };
  return { ...none, from: amount, to: amount };
}

/** "10 or more zones", "10+ zones", "3 zones" */
function readTrailing(reader: Reader, at: number, isAfterField: boolean): Found<Bounds> | null {
  const amount = readAmount(reader, at);
  if (!amount) return null;
  if (reader.tokens[amount.end]?.text === '+')
    return { value: boundsOf('ge', amount.value), end: amount.end + 1 };
  const after = valueAt(reader, amount.end, 'comparatorsAfter');
  if (after && after.value !== 'plus') return { value: boundsOf(after.value, amount.value), end: after.end };
  const isPlain = isAfterField || fieldAt(reader, amount.end)?.value.kind === 'number';
  if (!isPlain) return null;
  return withTrailing(reader, amount) ?? { value: boundsOf('eq', amount.value), end: amount.end };
}

/** "3 zones or more" keeps its noun between: the noun is passed over later by the words after it. */
function withTrailing(reader: Reader, amount: Found<Amount>): Found<Bounds> | null {
  const noun = fieldAt(reader, amount.end);
  const after = noun && valueAt(reader, noun.end, 'comparatorsAfter');
  return after ? { value: boundsOf(after.value, amount.value), end: amount.end } : null;
}

/** A field with numbers, by its label, its synonyms, the unit's name, or the language's own words. */
export function fieldAt(reader: Reader, at: number): Found<Field> | null {
  const own = phraseAt(reader, at, 'amountWords');
  const { fields, unit } = reader.input.vocabulary;
  let best: Found<Field> | null = null;
  const take = (field: Field | undefined, end: number) => {
    if (field && end > (best?.end ?? at)) best = { value: field, end };
  };
  if (own) take(fieldOf(reader, own.value[0]!.value), own.end);
  for (const field of fields) {
    if ((field.kind !== 'number' && field.kind !== 'money') || field.key === 'random') continue;
    const extra = field.key === 'unit_count' ? [unit.one, unit.many, 'venue'] : [];
    for (const phrase of [field.label, ...Object.values(field.synonyms).flat(), ...extra]) {
      const words = stems(phrase);
      if (words.length > 0 && words.every((word, i) => reader.tokens[at + i]?.stem === word))
        take(field, at + words.length);
    }
  }
  return best;
}

/** Past "per zone", "a zone", "per zone and year", where it follows. */
function unitAfter({ tokens, input }: Reader, at: number): number | null {
  const units = [input.vocabulary.unit.one, input.vocabulary.unit.many, 'unit'].flatMap(stems);
  const isUnit =
    ['per', 'a', 'each', '/'].includes(tokens[at]?.word ?? '') && units.includes(tokens[at + 1]?.stem ?? '');
  return isUnit ? at + 2 : null;
}

const fieldOf = (reader: Reader, key: string): Field | undefined =>
  reader.input.vocabulary.fields.find((field) => field.key === key);
