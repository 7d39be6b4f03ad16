// A number with what bounds it: "more than 10", "4-10", "six at most", "at least 4 but fewer than 12".
import { ownValue } from '../../../lib/own-value.ts';
import { type Found, phraseAt, type Reader, skipWords, valueAt } from '../reader.ts';
import { fieldAt } from './field-at.ts';
import { type Amount, readAmount } from './read-amount.ts';

export type Bounds = { from: Amount | null; to: Amount | null; isOpenFrom: boolean; isOpenTo: boolean };

/** `isAfterField` when a field before it says so, so that a bare number will do. */
export function readBounds(reader: Reader, at: number, isAfterField: boolean): Found<Bounds> | null {
  return (
    readRange(reader, at) ??
    readBoth(reader, at) ??
    readCompared(reader, at) ??
    readTrailing(reader, at, isAfterField)
  );
}

const JOINERS = ['-', '–', 'to', 'until', 'till', 'through'];

/** "4-10", "between 4 and 10", "from 4 up to 10" */
function readRange(reader: Reader, at: number): Found<Bounds> | null {
  const start = skipWords(reader, at, ['anywhere', 'somewhere']);
  const opening = ['between', 'from'].includes(reader.tokens[start]?.word ?? '');
  const from = readAmount(reader, opening ? start + 1 : start);
  const joint = from && skipWords(reader, from.end, ['up']);
  const joiner = from && reader.tokens[joint!];
  if (!from || !joiner || ![...JOINERS, 'or', ...(opening ? ['and'] : [])].includes(joiner.word)) return null;
  const to = readAmount(reader, joint! + 1);
  // "one or two zones"
  if (!to || (joiner.word === 'or' && to.value.value !== from.value.value + 1)) return null;
  const currency = from.value.currency ?? to.value.currency;
  const withCurrency = (amount: Amount): Amount => ({ ...amount, currency });
  return {
    value: {
      from: withCurrency(scaled(from.value, to.value)),
      to: withCurrency(to.value),
      isOpenFrom: false,
      isOpenTo: false,
    },
    end: to.end,
  };
}

/** "between 12 and 14 thousand": the scale said last is that of both. */
const scaled = (from: Amount, to: Amount): Amount =>
  from.scale === 1 && to.scale > 1 && from.value < to.value / to.scale
    ? { ...from, value: from.value * to.scale, isLarge: to.isLarge }
    : from;

/** "at least 4 and at most 10", "more than 3 but fewer than 11" */
function readBoth(reader: Reader, at: number): Found<Bounds> | null {
  const one = readCompared(reader, at);
  const joined = one && skipWords(reader, one.end, ['and', 'but', ',', '&']);
  const two = joined && joined > one.end ? readCompared(reader, joined) : null;
  const both = one && two && joinBounds(one.value, two.value);
  return both ? { value: both, end: two.end } : null;
}

/** A lower and an upper end as one; null where both are the same. */
export function joinBounds(one: Bounds, two: Bounds): Bounds | null {
  if ((one.from === null) === (two.from === null)) return null;
  const [low, high] = one.from ? [one, two] : [two, one];
  const { from, isOpenFrom } = low;
  return { from, isOpenFrom, to: high.to, isOpenTo: high.isOpenTo };
}

export function readCompared(reader: Reader, at: number): Found<Bounds> | null {
  const comparator = comparatorAt(reader, at);
  const amount =
    comparator && readAmount(reader, skipWords(reader, comparator.end, ['a', 'about', 'around', '.']));
  return amount ? { value: boundsOf(comparator!.value, amount.value), end: amount.end } : null;
}

const SYMBOLS: Readonly<Record<string, string>> = { '>': 'gt', '<': 'lt', '≥': 'ge', '≤': 'le', '=': 'eq' };

/** "more than", ">=", "≤" */
function comparatorAt(reader: Reader, at: number): Found<string> | null {
  const symbol = ownValue(SYMBOLS, reader.tokens[at]?.text ?? '');
  if (!symbol) return valueAt(reader, at, 'comparators');
  const isEqual = reader.tokens[at + 1]?.text === '=' && symbol !== 'eq';
  return { value: isEqual ? symbol.replace('t', 'e') : symbol, end: isEqual ? at + 2 : at + 1 };
}

export function boundsOf(comparator: string, amount: Amount): Bounds {
  const none = { from: null, to: null, isOpenFrom: false, isOpenTo: false };
  if (comparator === 'gt') return { ...none, from: amount, isOpenFrom: true };
  if (comparator === 'ge') return { ...none, from: amount };
  if (comparator === 'lt') return { ...none, to: amount, isOpenTo: true };
  if (comparator === 'le') return { ...none, to: amount };
  return { ...none, from: amount, to: amount };
}

/** "10 or more zones", "10+ zones", "from 6 zones", "3 zones" */
function readTrailing(reader: Reader, at: number, isAfterField: boolean): Found<Bounds> | null {
  const isFrom = reader.tokens[at]?.word === 'from' && reader.tokens[at + 1]?.kind === 'number';
  const amount = readAmount(reader, isFrom ? at + 1 : at);
  if (!amount) return null;
  const after = trailingAt(reader, amount.end);
  if (after && !isPlusOfMoney(reader, amount.end))
    return { value: boundsOf(after.value, amount.value), end: after.end };
  const isPlain = isAfterField || fieldAt(reader, amount.end)?.value.kind === 'number';
  return isPlain ? { value: boundsOf(isFrom ? 'ge' : 'eq', amount.value), end: amount.end } : null;
}

/** "5 plus gyms" joins; "5+" does not. */
const isPlusOfMoney = ({ tokens }: Reader, at: number): boolean => tokens[at]?.word === 'plus';

/** What says behind a number how it is meant: "or more", "+", "at most", "minimum". */
export function trailingAt(reader: Reader, at: number): Found<string> | null {
  if (reader.tokens[at]?.text === '+') return { value: 'ge', end: at + 1 };
  const after = valueAt(reader, at, 'comparatorsAfter');
  if (after) return after;
  const early = phraseAt(reader, at, 'comparators');
  const value = early?.value.at(0)?.value ?? '';
  // "4 zones under a roof": what compares goes on with a number.
  const isLast = early !== null && !readAmount(reader, early.end);
  return isLast && ['ge', 'le'].includes(value) && !/^(up to)$/.test(reader.tokens[at]!.word)
    ? { value, end: early.end }
    : null;
}
