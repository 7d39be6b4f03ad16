// The period grammar: "Q1 2027", "within 60 days", "between October and December", "by the end of the year".
import { type Found, phraseAt, type Reader, skipWords, valueAt } from '../reader.ts';
import type { Period, Unit } from './period.ts';
import { readDay } from './read-day.ts';
import { readSlice } from './read-slice.ts';
import { readYear } from './read-year.ts';

type Part = 'early' | 'mid' | 'late' | null;
const FILLERS = ['the', 'of', 'in', 'a'];

/** The period that begins at `at`, with its bound ("by", "before", "between") if it has one. */
export function readPeriod(reader: Reader, at: number): Found<Period> | null {
  return (
    readBetween(reader, at) ??
    readBeyond(reader, at) ??
    readCounted(reader, at) ??
    readBounded(reader, at) ??
    readPlain(reader, at)
  );
}

/** "more than 6 months ago", "in more than 6 months" */
function readBeyond(reader: Reader, at: number): Found<Period> | null {
  const start = skipWords(reader, at, ['in']);
  const comparator = valueAt(reader, start, 'comparators');
  const counted = comparator?.value === 'gt' ? readCount(reader, comparator.end) : null;
  if (!counted) return null;
  const { word } = reader.tokens[counted.end] ?? { word: '' };
  if (word === 'ago')
    return { value: { kind: 'before', inner: { kind: 'last', ...counted.value } }, end: counted.end + 1 };
  const isAhead = start > at || word === 'from' || word === 'away';
  if (!isAhead) return null;
  const end = skipWords(reader, counted.end, ['from', 'now', 'away', 'time']);
  return { value: { kind: 'after', inner: { kind: 'next', ...counted.value } }, end };
}

function readBetween(reader: Reader, at: number): Found<Period> | null {
  const days = readSlice(reader, at, () => null);
  if (days) return days;
  const opening = phraseAt(reader, at, 'bounds')?.value.some(
    ({ value }) => value === 'between' || value === 'from',
  );
  const start = readPlain(reader, opening ? at + 1 : at);
  if (!start) return null;
  const dash = ['-', '–', '—'].includes(reader.tokens[start.end]?.text ?? '');
  const joiner = dash ? { end: start.end + 1 } : joinerAt(reader, start.end, Boolean(opening));
  const end = joiner && readPlain(reader, joiner.end);
  return end ? { value: { kind: 'between', start: start.value, end: end.value }, end: end.end } : null;
}

/** "and" joins the ends only after "between": "October and November" are two months, not a stretch. */
function joinerAt(reader: Reader, at: number, isOpen: boolean): { end: number } | null {
  const word = reader.tokens[at]?.word ?? '';
  const isJoiner = ['to', 'until', 'till', 'through', 'thru'].includes(word) || (isOpen && word === 'and');
  return isJoiner ? { end: at + 1 } : null;
}

/** "within 60 days", "in the next two months", "the last 90 days", "30 days from now". */
function readCounted(reader: Reader, at: number): Found<Period> | null {
  const bound = phraseAt(reader, at, 'bounds');
  const isWithin = bound?.value.some(({ value }) => value === 'within') ?? false;
  const start = skipWords(reader, isWithin ? bound!.end : at, ['the', 'less', 'than']);
  const relative = valueAt(reader, start, 'relatives');
  const counted = readCount(reader, relative?.end ?? start);
  if (!counted) return null;
  const after = reader.tokens
    .slice(counted.end, counted.end + 2)
    .map(({ word }) => word)
    .join(' ');
  const end =
    counted.end +
    (after === 'from now'
      ? 2
      : /^(time$|time )/.test(after)
        ? 1
        : after.startsWith('ago') || after.startsWith('ahead')
          ? 1
          : 0);
  if (!isWithin && !relative && end === counted.end) return null;
  const isPast = relative?.value === 'last' || after.startsWith('ago');

  return { value: { kind: isPast ? 'last' : 'next', ...counted.value }, end };
}

export function readCount(reader: Reader, at: number): Found<{ count: number; unit: Unit }> | null {
  const token = reader.tokens[at];
  const article = token?.word === 'a' || token?.word === 'an' ? valueAt(reader, at + 1, 'units') : null;
  if (article) return { value: { count: 1, unit: article.value as Unit }, end: article.end };
  if (reader.tokens[skipWords(reader, at, ['a', 'one'])]?.word === 'fortnight')
    return { value: { count: 2, unit: 'week' }, end: skipWords(reader, at, ['a', 'one']) + 1 };
  const spelled = valueAt(reader, at, 'numbers');
  const count = token?.kind === 'number' ? Number(token.text) : Number(spelled?.value ?? Number.NaN);
  if (!Number.isInteger(count) || count < 1 || count > 3650) return null;
  const unit = valueAt(reader, token?.kind === 'number' ? at + 1 : spelled!.end, 'units');
  return unit && { value: { count, unit: unit.value as Unit }, end: unit.end };
}

const BOUNDS: Record<string, 'by' | 'before' | 'after' | 'from'> = {
  by: 'by',
  until: 'by',
  before: 'before',
  after: 'after',
  since: 'from',
  from: 'from',
};

function readBounded(reader: Reader, at: number): Found<Period> | null {
  for (const { value } of phraseAt(reader, at, 'bounds')?.value ?? []) {
    const kind = BOUNDS[value];
    if (!kind) continue;
    const end = phraseAt(reader, at, 'bounds')!.end;
    const inner = readPlain(reader, end) ?? readCounted(reader, end);
    if (!inner) continue;
    const wholeEnd = skipWords(reader, inner.end, ['on', 'onward', 'onwards']);
    // "Before the end of the year" ends with its last day, not before its last months.
    const isByEnd = kind === 'before' && isEndOf(reader, end);
    return {
      value: { kind: isByEnd ? 'by' : kind, inner: inner.value },
      end: kind === 'from' ? wholeEnd : inner.end,
    };
  }
  return null;
}

const isEndOf = (reader: Reader, at: number): boolean =>
  phraseAt(reader, skipWords(reader, at, ['the']), 'bounds')?.value.some(({ value }) => value === 'endOf') ??
  false;

/** A stretch or a day without a bound. */
export function readPlain(reader: Reader, at: number): Found<Period> | null {
  const start = skipWords(reader, at, ['the', 'in', 'on', 'during', 'at', 'of']);
  return readSlice(reader, start, readPlain) ?? readStretch(reader, start) ?? readDay(reader, start);
}

const PARTS: Record<string, Part> = { endOf: 'late', early: 'early', mid: 'mid' };

function readStretch(reader: Reader, at: number): Found<Period> | null {
  const bounds = phraseAt(reader, at, 'bounds');
  const part = bounds?.value.map(({ value }) => PARTS[value]).find(Boolean) ?? null;
  if (part) {
    const inner = readStretch(reader, skipWords(reader, bounds!.end, [...FILLERS]));
    return inner && withPart(inner, part);
  }
  return (
    readQuarter(reader, at) ??
    readHalf(reader, at) ??
    readMonth(reader, at) ??
    readRelative(reader, at) ??
    readYearAlone(reader, at)
  );
}

function withPart(found: Found<Period>, part: Part): Found<Period> | null {
  const { value, end } = found;
  if (value.kind === 'month' || value.kind === 'calendar') return { value: { ...value, part }, end };
  if (value.kind !== 'year') return null;
  // The last third of a year: what people call its end.
  const month = { early: [1, 4], mid: [5, 8], late: [9, 12] }[part!];
  const of = (n: number): Period => ({ kind: 'month', month: n, year: value.year, part: null });
  return { value: { kind: 'between', start: of(month![0]!), end: of(month![1]!) }, end };
}

function readMonth(reader: Reader, at: number): Found<Period> | null {
  const month = valueAt(reader, at, 'months');
  if (!month || isVerbMay(reader, at)) return null;
  // "October 31" is a day; readDay knows it.
  const next = reader.tokens[month.end];
  if (next?.kind === 'number' && /^\d{1,2}$/.test(next.text)) return null;
  const year = readYear(reader, skipWords(reader, month.end, ['of', 'in']));
  const value = { kind: 'month' as const, month: Number(month.value), year: year?.value ?? null, part: null };
  return { value, end: year?.end ?? month.end };
}

/** "may" is a month only when written large, or after a preposition. */
function isVerbMay(reader: Reader, at: number): boolean {
  const { word, text } = reader.tokens[at]!;
  if (word !== 'may') return false;
  const before = reader.tokens[at - 1]?.word ?? '';
  return (
    text !== 'May' &&
    !['in', 'by', 'until', 'before', 'after', 'since', 'of', 'no', 'and', 'next', 'last'].includes(before)
  );
}

function readQuarter(reader: Reader, at: number): Found<Period> | null {
  const { tokens } = reader;
  const word = tokens[at]?.word ?? '';
  const isQ = word === 'q' && /^[1-4]$/.test(tokens[at + 1]?.text ?? '');
  const ordinal = ['1st', 'first', '2nd', 'second', '3rd', 'third', '4th', 'fourth', 'last'].indexOf(word);
  const named = ordinal >= 0 && valueAt(reader, at + 1, 'units')?.value === 'quarter';
  if (!isQ && !named) return null;
  const quarter = isQ ? Number(tokens[at + 1]!.text) : Math.min(4, Math.floor(ordinal / 2) + 1);
  const year = readYear(reader, skipWords(reader, at + 2, ['of', 'in']));
  if (word === 'last' && !year) return null;
  return { value: { kind: 'quarter', quarter, year: year?.value ?? null }, end: year?.end ?? at + 2 };
}

function readHalf(reader: Reader, at: number): Found<Period> | null {
  const { tokens } = reader;
  const word = tokens[at]?.word ?? '';
  const isH = word === 'h' && /^[12]$/.test(tokens[at + 1]?.text ?? '');
  const ordinal = ['first', 'second'].indexOf(word);
  if (!isH && !(ordinal >= 0 && tokens[at + 1]?.word === 'half')) return null;
  const relative = valueAt(reader, skipWords(reader, at + 2, ['of', 'in']), 'relatives');
  const ofYear =
    relative && reader.tokens[relative.end]?.word === 'year' ? OFFSETS[relative.value] : undefined;
  if (ofYear)
    return {
      value: {
        kind: 'half',
        half: isH ? Number(tokens[at + 1]!.text) : ordinal + 1,
        year: Number(reader.input.today.slice(0, 4)) + ofYear,
      },
      end: relative!.end + 1,
    };
  const half = isH ? Number(tokens[at + 1]!.text) : ordinal + 1;
  const year = readYear(reader, skipWords(reader, at + 2, ['of', 'in', 'the']));
  const end = year?.end ?? skipYearWord(reader, at + 2);
  return { value: { kind: 'half', half, year: year?.value ?? null }, end };
}

const skipYearWord = (reader: Reader, at: number): number => {
  const end = skipWords(reader, at, ['of', 'the', 'this']);
  return reader.tokens[end]?.word === 'year' ? end + 1 : at;
};

const OFFSETS: Record<string, number> = { this: 0, next: 1, last: -1 };

/** "this quarter", "next month", "the year" (after "end of the"). */
function readRelative(reader: Reader, at: number): Found<Period> | null {
  const relative = valueAt(reader, at, 'relatives');
  const unit = valueAt(reader, skipWords(reader, relative?.end ?? at, ['calendar']), 'units');
  const isBare = !relative && isAfterEndOf(reader, at);
  if (!unit || unit.value === 'day' || (!relative && !isBare)) return null;
  const offset = relative ? OFFSETS[relative.value]! : 0;
  return { value: { kind: 'calendar', unit: unit.value as Unit, offset, part: null }, end: unit.end };
}

/** "end of month", "by year end": a unit without "this" is the current one. */
const isAfterEndOf = (reader: Reader, at: number): boolean =>
  ['of', 'the', 'mid', 'early', 'late'].includes(reader.tokens[at - 1]?.word ?? '') ||
  reader.tokens[at + 1]?.word === 'end';

function readYearAlone(reader: Reader, at: number): Found<Period> | null {
  const year = readYear(reader, at);
  return year && { value: { kind: 'year', year: year.value }, end: year.end };
}
