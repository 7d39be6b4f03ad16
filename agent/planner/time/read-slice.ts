// Parts of a stretch, and days that share a month: "the first half of December", "the week of 7 December", "the last
// week of May", "next weekend", "the rest of the year", "1–15 December", "12/2026".
import { ownValue } from '../../../lib/own-value.ts';
import { type Found, type Reader, skipWords, valueAt } from '../reader.ts';
import type { Period, Slice, Unit } from './period.ts';
import { readCount } from './read-count.ts';
import { readYear } from './read-year.ts';

type Read = (reader: Reader, at: number) => Found<Period> | null;

export const readSlice = (reader: Reader, at: number, readInner: Read): Found<Period> | null =>
  sliceOf(reader, at, readInner) ?? weekend(reader, at) ?? dayRange(reader, at) ?? numericMonth(reader, at);

const LAST = 5;
const ORDINALS: Record<string, number> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  last: LAST,
  final: LAST,
};

function ordinalAt({ tokens }: Reader, at: number): Found<number> | null {
  const word = tokens[at]?.word ?? '';
  const ordinal = ownValue(ORDINALS, word);
  if (ordinal) return { value: ordinal, end: at + 1 };
  const isOrdinal = ['st', 'nd', 'rd', 'th'].includes(tokens[at + 1]?.word ?? '');
  return /^[1-4]$/.test(word) && isOrdinal ? { value: Number(word), end: at + 2 } : null;
}

function sliceOf(reader: Reader, at: number, readInner: Read): Found<Period> | null {
  const slice = sliceAt(reader, at);
  const inner = slice && readInner(reader, skipWords(reader, slice.end, ['of', 'in', 'the', 'from']));
  if (!slice || !inner || slice.end === inner.end) return null;
  return { value: { kind: 'slice', of: inner.value, slice: slice.value }, end: inner.end };
}

function sliceAt(reader: Reader, at: number): Found<Slice> | null {
  const words = reader.tokens.slice(at, at + 2).map(({ word }) => word);
  if (words[0] === 'week' && ['of', 'from', 'starting', 'beginning', 'commencing'].includes(words[1] ?? ''))
    return { value: 'week-of', end: at + 2 };
  if (['rest', 'remainder', 'balance'].includes(words[0] ?? '') && words[1] === 'of')
    return { value: 'rest', end: at + 2 };
  const ordinal = ordinalAt(reader, at);
  if (!ordinal) return null;
  const unit = reader.tokens[ordinal.end]?.word;
  const isOf = ['of', 'in'].includes(reader.tokens[ordinal.end + 1]?.word ?? '');
  if (unit === 'half' && ordinal.value <= 2 && isOf)
    return { value: ordinal.value === 1 ? 'first-half' : 'second-half', end: ordinal.end + 1 };
  if (unit === 'week' && ordinal.value <= 4 && isOf)
    return { value: `week-${ordinal.value}` as Slice, end: ordinal.end + 1 };
  return outerOf(reader, ordinal);
}

/** "the first ten days of March", "the last week of May", "the last day of the month" */
function outerOf(reader: Reader, { value, end }: Found<number>): Found<Slice> | null {
  if (value !== 1 && value !== LAST) return null;
  const unit = valueAt(reader, end, 'units');
  const counted = unit
    ? { value: { count: 1, unit: unit.value as Unit }, end: unit.end }
    : readCount(reader, end);
  if (!counted || !['of', 'in'].includes(reader.tokens[counted.end]?.word ?? '')) return null;
  return { value: { side: value === 1 ? 'first' : 'last', ...counted.value }, end: counted.end };
}

/** "this weekend": Saturday and Sunday. */
function weekend(reader: Reader, at: number): Found<Period> | null {
  const relative = valueAt(reader, at, 'relatives');
  const end = relative?.end ?? at;
  if (reader.tokens[end]?.word !== 'weekend') return null;
  const offset = { next: 1, last: -1 }[relative?.value ?? ''] ?? 0;
  const week: Period = { kind: 'calendar', unit: 'week', offset, part: null };
  return { value: { kind: 'slice', of: week, slice: 'weekend' }, end: end + 1 };
}

/** "1-15 December", "between 1 and 15 December", "Dec 1-15" */
function dayRange(reader: Reader, at: number): Found<Period> | null {
  const { tokens } = reader;
  const opening = ['between', 'from'].includes(tokens[at]?.word ?? '') ? at + 1 : at;
  const before = valueAt(reader, opening, 'months');
  const first = dayAt(reader, before?.end ?? opening);
  if (!first || !['-', '–', 'to', 'and', 'until'].includes(tokens[first.end]?.word ?? '')) return null;
  if (tokens[first.end]!.word === 'and' && opening === at) return null;
  const second = dayAt(reader, first.end + 1);
  const month = before ?? (second && valueAt(reader, skipWords(reader, second.end, ['of']), 'months'));
  if (!second || !month) return null;
  const end = before ? second.end : month.end;
  const year = readYear(reader, end);
  const day = (value: number): Period => ({
    kind: 'date',
    day: value,
    month: Number(month.value),
    year: year?.value ?? null,
  });
  return {
    value: { kind: 'between', start: day(first.value), end: day(second.value) },
    end: year?.end ?? end,
  };
}

function dayAt({ tokens }: Reader, at: number): Found<number> | null {
  const text = tokens[at]?.text ?? '';
  if (!/^\d{1,2}$/.test(text) || Number(text) < 1 || Number(text) > 31) return null;
  const isOrdinal = ['st', 'nd', 'rd', 'th'].includes(tokens[at + 1]?.word ?? '');
  return { value: Number(text), end: isOrdinal ? at + 2 : at + 1 };
}

/** "12/2026", "2026-12"; not the "4/2027" of "Q4/2027". */
function numericMonth({ tokens }: Reader, at: number): Found<Period> | null {
  if (['q', 'h'].includes(tokens[at - 1]?.word ?? '') || tokens[at + 3]?.text === '/') return null;
  if (!['/', '-'].includes(tokens[at + 1]?.text ?? '')) return null;
  const [a, b] = [tokens[at]?.text ?? '', tokens[at + 2]?.text ?? ''];
  const [month, year] = a.length === 4 ? [b, a] : [a, b];
  if (!/^\d{1,2}$/.test(month) || !/^20\d\d$/.test(year) || Number(month) < 1 || Number(month) > 12)
    return null;
  return { value: { kind: 'month', month: Number(month), year: Number(year), part: null }, end: at + 3 };
}
