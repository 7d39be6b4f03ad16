// A stretch of the calendar: "Q1 2027", "the second half of next year", "mid October", "this month or next".
import { ownValue } from '../../../lib/own-value.ts';
import { type Found, phraseAt, type Reader, skipWords, valueAt } from '../reader.ts';
import type { Period, Unit } from './period.ts';
import { readShortYear, readYear } from './read-year.ts';

type Part = 'early' | 'mid' | 'late' | null;
const PARTS: Record<string, Part> = { endOf: 'late', early: 'early', mid: 'mid' };
const FILLERS = ['the', 'of', 'in', 'a'];

export function readStretch(reader: Reader, at: number): Found<Period> | null {
  const bounds = phraseAt(reader, at, 'bounds');
  const part = bounds?.value.map(({ value }) => PARTS[value]).find(Boolean) ?? null;
  if (part) {
    const inner = readStretch(reader, skipWords(reader, bounds!.end, FILLERS));
    return inner && withPart(inner, part);
  }
  return (
    readQuarter(reader, at) ??
    readHalf(reader, at) ??
    readMonth(reader, at) ??
    readShorthand(reader, at) ??
    readAfterNext(reader, at) ??
    readRelative(reader, at) ??
    readYearFirst(reader, at)
  );
}

function withPart(found: Found<Period>, part: Part): Found<Period> | null {
  const { value, end } = found;
  const isYear = value.kind === 'year' || (value.kind === 'calendar' && value.unit === 'year');
  if (isYear) return { value: thirdOf(value, part!), end };
  if (value.kind === 'month' || value.kind === 'calendar') return { value: { ...value, part }, end };
  const isShort = value.kind === 'quarter' || value.kind === 'half';
  return isShort ? { value: { kind: 'slice', of: value, slice: part! }, end } : null;
}

/** A third of a year is four months: what people call its beginning, middle and end. */
const thirdOf = (of: Period, part: 'early' | 'mid' | 'late'): Period => ({
  kind: 'slice',
  of,
  slice: ({ early: 'third-1', mid: 'third-2', late: 'third-3' } as const)[part],
});

function readMonth(reader: Reader, at: number): Found<Period> | null {
  const { tokens } = reader;
  // "the month of May"
  const named = tokens[at]?.stem === 'month' ? skipWords(reader, at + 1, ['of']) : at;
  if (named > at && valueAt(reader, named, 'months')) return readMonth(reader, named);
  const relative = monthRelative(reader, at);
  const start = relative?.end ?? at;
  const month = valueAt(reader, start, 'months');
  if (!month || isVerbMay(reader, start)) return null;
  const short = shortYear(reader, start, month.end);
  // "October 31" is a day; readDay knows it.
  if (!short && isDayNumber(reader, skipWords(reader, month.end, ['the']))) return null;
  const year = short ?? readYear(reader, skipWords(reader, month.end, ['of', 'in', ',', '/', '-']));
  const ofYear = year ? null : yearWords(reader, month.end);
  const number = Number(month.value);
  const value = {
    kind: 'month' as const,
    month: number,
    year: year?.value ?? ofYear?.value ?? (relative ? relative.value(number) : null),
    part: null,
  };
  return { value, end: year?.end ?? ofYear?.end ?? month.end };
}

/** "last October", "next March": the one before or after today; "this December" is the one of this year. */
function monthRelative(reader: Reader, at: number): Found<(month: number) => number> | null {
  const relative = valueAt(reader, at, 'relatives');
  if (!relative || !valueAt(reader, relative.end, 'months')) return null;
  const [year, now] = reader.input.today.split('-').map(Number) as [number, number];
  const yearOf = {
    this: () => year,
    next: (month: number) => (month <= now ? year + 1 : year),
    last: (month: number) => (month >= now ? year - 1 : year),
  }[relative.value]!;
  return { value: yearOf, end: relative.end };
}

/** "October '27"; "in aug 27" is no day, which would be "on". */
function shortYear(reader: Reader, monthAt: number, at: number): Found<number> | null {
  const isMarked = ["'", '’'].includes(reader.tokens[at]?.text ?? '');
  const isIn = ['in', 'of'].includes(reader.tokens[monthAt - 1]?.word ?? '');
  return isMarked || isIn ? readShortYear(reader, at) : null;
}

const isDayNumber = ({ tokens }: Reader, at: number): boolean =>
  tokens[at]?.kind === 'number' && /^\d{1,2}$/.test(tokens[at]!.text);

/** "may" is a verb unless something around it shows the month. */
function isVerbMay({ tokens, book }: Reader, at: number): boolean {
  const { word, text } = tokens[at]!;
  if (word !== 'may' || text === 'May') return false;
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  const leads = before && (BEFORE_MONTH.has(before.word) || book.find(before.stem).some(isDateSense));
  const closes = next?.kind !== 'word' || AFTER_MONTH.has(next.word);
  return !leads && !closes;
}

const isDateSense = ({ kind }: { kind: string }): boolean => ['relatives', 'bounds', 'months'].includes(kind);
const BEFORE_MONTH = new Set(
  'in by until before after since of no and or next last meant mean for to early mid late from between'.split(
    ' ',
  ),
);
const AFTER_MONTH = new Set(
  'to until till through thru and or instead only too please rather then onwards onward as not this next last ones contracts'.split(
    ' ',
  ),
);

const NUMBERS: Record<string, number> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  last: 4,
  final: 4,
  closing: 4,
  concluding: 4,
  opening: 1,
};

/** A number of quarters or halves: "Q3", "3Q", "the third quarter", "H1", "the first half". */
function numbered(reader: Reader, at: number, letter: 'q' | 'h'): Found<number> | null {
  const { tokens } = reader;
  const most = letter === 'q' ? /^[1-4]$/ : /^[12]$/;
  const [one, two] = [tokens[at]?.word ?? '', tokens[at + 1]?.word ?? ''];
  if (one === letter && most.test(two)) return { value: Number(two), end: at + 2 };
  if (most.test(one) && two === letter) return { value: Number(one), end: at + 2 };
  const isSplit = ['st', 'nd', 'rd', 'th'].includes(two) && most.test(one);
  const ordinal = isSplit ? Number(one) : ownValue(NUMBERS, one);
  const end = isSplit ? at + 2 : at + 1;
  if (!ordinal || !most.test(String(ordinal))) return null;
  const unit = tokens[end]?.word ?? '';
  const isUnit = letter === 'q' ? ['quarter', 'qtr'].includes(unit) : unit === 'half';
  return isUnit ? { value: ordinal, end: end + 1 } : null;
}

function readQuarter(reader: Reader, at: number): Found<Period> | null {
  const found = numbered(reader, at, 'q');
  if (!found) return null;
  const year = yearAfter(reader, found.end);
  // "the last quarter" alone is the one before this.
  if (['last', 'final', 'closing'].includes(reader.tokens[at]!.word) && !year) return null;
  return {
    value: { kind: 'quarter', quarter: found.value, year: year?.value ?? null },
    end: year?.end ?? found.end,
  };
}

function readHalf(reader: Reader, at: number): Found<Period> | null {
  const found = numbered(reader, at, 'h');
  if (!found || reader.tokens[at]!.word === 'last') return null;
  const year = yearAfter(reader, found.end);
  return {
    value: { kind: 'half', half: found.value, year: year?.value ?? null },
    end: year?.end ?? found.end,
  };
}

/** "2027", "'27", "of next year", "of the year" behind a quarter or a half. */
function yearAfter(reader: Reader, at: number): Found<number> | null {
  const start = skipWords(reader, at, ['of', 'in', 'the', '/', '-', ',']);
  const year = readYear(reader, start) ?? readShortYear(reader, skipWords(reader, at, ['/', '-']));
  if (year) return year;
  const words = yearWords(reader, at);
  if (words) return words;
  const isThis = start > at && reader.tokens[start]?.word === 'year';
  return isThis ? { value: Number(reader.input.today.slice(0, 4)), end: start + 1 } : null;
}

/** "(of) next year" as a number. */
function yearWords(reader: Reader, at: number): Found<number> | null {
  const start = skipWords(reader, at, ['of', 'in', 'the']);
  const relative = valueAt(reader, start, 'relatives');
  if (!relative || reader.tokens[relative.end]?.word !== 'year') return null;
  return {
    value: Number(reader.input.today.slice(0, 4)) + OFFSETS[relative.value]!,
    end: relative.end + 1,
  };
}

const OFFSETS: Record<string, number> = { this: 0, next: 1, last: -1 };
const SHORT: Record<string, Unit> = { eoy: 'year', eom: 'month', eoq: 'quarter', eow: 'week', ytd: 'year' };

/** "eoy", "EOM": the end of the running year or month. */
function readShorthand({ tokens }: Reader, at: number): Found<Period> | null {
  const word = tokens[at]?.word ?? '';
  const unit = ownValue(SHORT, word);
  if (!unit) return null;
  return {
    value: { kind: 'calendar', unit, offset: 0, part: word.startsWith('eo') ? 'late' : null },
    end: at + 1,
  };
}

/** "the month after next" */
function readAfterNext(reader: Reader, at: number): Found<Period> | null {
  const unit = valueAt(reader, at, 'units');
  const isAfter =
    unit && reader.tokens[unit.end]?.word === 'after' && reader.tokens[unit.end + 1]?.word === 'next';
  if (!isAfter) return null;
  return { value: { kind: 'calendar', unit: unit.value as Unit, offset: 2, part: null }, end: unit.end + 2 };
}

/** "this quarter", "next month", "the year" (after "end of the"). */
function readRelative(reader: Reader, at: number): Found<Period> | null {
  const relative = valueAt(reader, at, 'relatives');
  const unit = valueAt(reader, skipWords(reader, relative?.end ?? at, ['calendar']), 'units');
  const isBare = !relative && isAfterEndOf(reader, at);
  if (!unit || unit.value === 'day' || (!relative && !isBare)) return null;
  // "the last half year" is six months, "the last half" a half of the calendar.
  if (
    relative &&
    unit.value === 'half' &&
    reader.tokens[unit.end - 1]?.word === 'year' &&
    relative.value !== 'this'
  )
    return { value: { kind: relative.value as 'next' | 'last', count: 6, unit: 'month' }, end: unit.end };
  const offset = relative ? OFFSETS[relative.value]! : 0;
  return { value: { kind: 'calendar', unit: unit.value as Unit, offset, part: null }, end: unit.end };
}

/** "end of month", "by year end": a unit without "this" is the current one. */
const isAfterEndOf = ({ tokens }: Reader, at: number): boolean =>
  ['of', 'the', 'mid', 'early', 'late'].includes(tokens[at - 1]?.word ?? '') ||
  ['end', 'to'].includes(tokens[at + 1]?.word ?? '');

/** "2027", "2027 Q1" */
function readYearFirst(reader: Reader, at: number): Found<Period> | null {
  const year = readYear(reader, at);
  // "2026/12/31" is a day.
  if (!year || (reader.tokens[year.end]?.text === '/' && reader.tokens[year.end + 1]?.kind === 'number'))
    return null;
  const inner = readQuarter(reader, year.end) ?? readHalf(reader, year.end);
  return inner && 'year' in inner.value && inner.value.year === null
    ? { value: { ...inner.value, year: year.value }, end: inner.end }
    : { value: { kind: 'year', year: year.value }, end: year.end };
}
