// Periods as data, and the dates they stand for. Which year a month without one means is decided by the direction
// of its field: the coming one for what will happen, the last one for what has happened.
import { Temporal } from 'temporal-polyfill';
import { type CalendarDate, plainDate } from '../../../lib/dates.ts';

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';
export type Direction = 'future' | 'past';

export type Slice =
  | 'first-half'
  | 'second-half'
  | 'week-1'
  | 'week-2'
  | 'week-3'
  | 'week-4'
  /** The last seven days. */
  | 'week-5'
  | 'week-of'
  | 'weekend'
  | 'rest';

export type Period =
  | { kind: 'slice'; of: Period; slice: Slice }
  | { kind: 'month'; month: number; year: number | null; part: 'early' | 'mid' | 'late' | null }
  | { kind: 'quarter'; quarter: number; year: number | null }
  | { kind: 'half'; half: number; year: number | null }
  | { kind: 'year'; year: number }
  | { kind: 'calendar'; unit: Unit; offset: number; part: 'early' | 'mid' | 'late' | null }
  | { kind: 'next' | 'last'; count: number; unit: Unit }
  | { kind: 'date'; day: number; month: number; year: number | null }
  | { kind: 'day'; offset: number }
  | { kind: 'dayOfMonth'; day: number }
  | { kind: 'weekday'; weekday: number; relative: 'this' | 'next' | 'last' | null }
  | { kind: 'by' | 'before' | 'after' | 'from'; inner: Period }
  | { kind: 'between'; start: Period; end: Period };

export type DateRange = { from: CalendarDate | null; to: CalendarDate | null };
type Span = { from: Temporal.PlainDate; to: Temporal.PlainDate };
/** `isBounded`: what has happened lies before today, what will happen from today on. */
type Sight = { today: CalendarDate; direction: Direction; isBounded?: boolean };

/** One calendar day, such as a schedule names. */
export const isDay = (period: Period): boolean =>
  ['date', 'day', 'dayOfMonth', 'weekday'].includes(period.kind);

/** The dates of a period; an open end is null. Null when there is no such date (31 April). */
export function resolvePeriod(period: Period, sight: Sight): DateRange | null {
  try {
    const range = rangeOf(period, sight);
    return sight.isBounded ? clamp(range, period, sight) : range;
  } catch {
    return null;
  }
}

const text = (date: Temporal.PlainDate | null): CalendarDate | null => date?.toString() ?? null;

function rangeOf(period: Period, sight: Sight): DateRange {
  switch (period.kind) {
    case 'by':
      return { from: null, to: text(spanOf(period.inner, sight).to) };
    case 'before':
      return { from: null, to: text(spanOf(period.inner, sight).from.subtract({ days: 1 })) };
    case 'after':
      return { from: text(spanOf(period.inner, sight).to.add({ days: 1 })), to: null };
    case 'from':
      return { from: text(spanOf(period.inner, sight).from), to: null };
    case 'between':
      return between(period, sight);
    default: {
      const { from, to } = spanOf(period, sight);
      return { from: text(from), to: text(to) };
    }
  }
}

/** The end follows the start: "between October and February" runs into the next year. */
function between({ start, end }: { start: Period; end: Period }, sight: Sight): DateRange {
  const years = yearOf(end) ?? null;
  const first = spanOf(years !== null && yearOf(start) === null ? withYear(start, years) : start, sight);
  let last = spanOf(end, sight);
  while (Temporal.PlainDate.compare(last.to, first.from) < 0 && years === null) {
    last = { from: last.from.add({ years: 1 }), to: last.to.add({ years: 1 }) };
  }
  return { from: text(first.from), to: text(last.to) };
}

const yearOf = (period: Period): number | null => ('year' in period ? period.year : null);
const withYear = (period: Period, year: number): Period => ('year' in period ? { ...period, year } : period);

// What has already happened cannot still happen: an expiry of this quarter runs from today; what lapsed in it is
// told apart. An explicit year is taken at its word.
function clamp(range: DateRange, period: Period, { today, direction }: Sight): DateRange {
  const { from, to } = range;
  if (isExplicit(period)) return range;
  if (direction === 'future') {
    const isOver = to !== null && to < today;
    return isOver ? range : { from: from === null || from < today ? today : from, to };
  }
  const yesterday = plainDate(today).subtract({ days: 1 }).toString();
  const isAhead = from !== null && from > yesterday;
  return isAhead ? range : { from, to: to === null || to > yesterday ? yesterday : to };
}

function isExplicit(period: Period): boolean {
  if ('inner' in period) return period.kind !== 'by' && period.kind !== 'before' && isExplicit(period.inner);
  if (period.kind === 'between') return isExplicit(period.start) || isExplicit(period.end);
  return false;
}

function spanOf(period: Period, sight: Sight): Span {
  const today = plainDate(sight.today);
  switch (period.kind) {
    case 'month':
      return part(
        monthSpan(
          period.month,
          pickYear(period.year, sight, (y) => monthSpan(period.month, y)),
        ),
        period.part,
      );
    case 'quarter':
      return quarterSpan(
        period.quarter,
        pickYear(period.year, sight, (y) => quarterSpan(period.quarter, y)),
      );
    case 'half':
      return halfSpan(
        period.half,
        pickYear(period.year, sight, (y) => halfSpan(period.half, y)),
      );
    case 'year':
      return { from: date(period.year, 1, 1), to: date(period.year, 12, 31) };
    case 'calendar':
      return part(calendarSpan(period.unit, period.offset, today), period.part);
    case 'next':
      return { from: today, to: today.add(duration(period.unit, period.count)) };
    case 'last':
      return { from: today.subtract(duration(period.unit, period.count)), to: today };
    case 'slice':
      return sliceOf(spanOf(period.of, sight), period.slice, today);
    default:
      return oneDay(period, sight);
  }
}

function oneDay(period: Period, sight: Sight): Span {
  const today = plainDate(sight.today);
  const isFuture = sight.direction === 'future';
  const only = (day: Temporal.PlainDate): Span => ({ from: day, to: day });
  if (period.kind === 'day') return only(today.add({ days: period.offset }));
  if (period.kind === 'date') {
    const day = (year: number) => only(date(year, period.month, period.day));
    return day(pickYear(period.year, sight, day));
  }
  if (period.kind === 'dayOfMonth') {
    const here = today.with({ day: period.day }, { overflow: 'reject' });
    const isPassed = Temporal.PlainDate.compare(here, today) < 0;
    if (isFuture && isPassed) return only(here.add({ months: 1 }));
    return only(!isFuture && !isPassed ? here.subtract({ months: 1 }) : here);
  }
  if (period.kind === 'weekday') return only(weekdayOf(period, today, isFuture));
  if (period.kind === 'between')
    return { from: spanOf(period.start, sight).from, to: spanOf(period.end, sight).to };
  if ('inner' in period) return spanOf(period.inner, sight);
  throw new RangeError('no day');
}

function weekdayOf(
  { weekday, relative }: { weekday: number; relative: 'this' | 'next' | 'last' | null },
  today: Temporal.PlainDate,
  isFuture: boolean,
): Temporal.PlainDate {
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  if (relative === 'next') return monday.add({ days: 7 + weekday - 1 });
  if (relative === 'last') return monday.add({ days: -7 + weekday - 1 });
  const ahead = (weekday - today.dayOfWeek + 7) % 7 || 7;
  return isFuture ? today.add({ days: ahead }) : today.subtract({ days: 7 - (ahead % 7) });
}

/** The nearest year whose span has not passed (future) or has begun (past). */
function pickYear(year: number | null, { today, direction }: Sight, span: (year: number) => Span): number {
  if (year !== null) return year;
  const now = plainDate(today);
  const { from, to } = span(now.year);
  if (direction === 'future') return Temporal.PlainDate.compare(to, now) < 0 ? now.year + 1 : now.year;
  return Temporal.PlainDate.compare(from, now) > 0 ? now.year - 1 : now.year;
}

function calendarSpan(unit: Unit, offset: number, today: Temporal.PlainDate): Span {
  if (unit === 'day') return { from: today.add({ days: offset }), to: today.add({ days: offset }) };
  if (unit === 'week') {
    const from = today.add({ days: 1 - today.dayOfWeek + 7 * offset });
    return { from, to: from.add({ days: 6 }) };
  }
  if (unit === 'year')
    return { from: date(today.year + offset, 1, 1), to: date(today.year + offset, 12, 31) };
  const months = { month: 1, quarter: 3, half: 6 }[unit];
  const first = Math.floor((today.month - 1) / months) * months + 1;
  const from = date(today.year, first, 1).add({ months: months * offset });
  return { from, to: from.add({ months }).subtract({ days: 1 }) };
}

function sliceOf({ from, to }: Span, slice: Slice, today: Temporal.PlainDate): Span {
  const days = from.until(to).days + 1;
  // Half a year is six months, not so many days.
  const middle = from.add(days > 300 ? { months: 6 } : { days: Math.floor(days / 2) });
  if (slice === 'first-half') return { from, to: middle.subtract({ days: 1 }) };
  if (slice === 'second-half') return { from: middle, to };
  if (slice === 'rest') return { from: Temporal.PlainDate.compare(from, today) < 0 ? today : from, to };
  if (slice === 'weekend') return { from: to.subtract({ days: 1 }), to };
  if (slice === 'week-of') {
    const monday = from.subtract({ days: from.dayOfWeek - 1 });
    return { from: monday, to: monday.add({ days: 6 }) };
  }
  if (slice === 'week-5') return { from: to.subtract({ days: 6 }), to };
  const first = from.add({ days: 7 * (Number(slice.slice(-1)) - 1) });
  return { from: first, to: first.add({ days: 6 }) };
}

// Thirds of the span, to the day: early October is the 1st to the 10th, late October the 21st to the 31st.
function part({ from, to }: Span, which: 'early' | 'mid' | 'late' | null): Span {
  if (which === null) return { from, to };
  const third = Math.floor((from.until(to).days + 1) / 3);
  if (which === 'early') return { from, to: from.add({ days: third - 1 }) };
  if (which === 'mid') return { from: from.add({ days: third }), to: from.add({ days: 2 * third - 1 }) };
  return { from: from.add({ days: 2 * third }), to };
}

const date = (year: number, month: number, day: number): Temporal.PlainDate =>
  Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
const monthSpan = (month: number, year: number): Span => spanOfMonths(year, month, 1);
const quarterSpan = (quarter: number, year: number): Span => spanOfMonths(year, quarter * 3 - 2, 3);
const halfSpan = (half: number, year: number): Span => spanOfMonths(year, half * 6 - 5, 6);

function spanOfMonths(year: number, month: number, months: number): Span {
  const from = date(year, month, 1);
  return { from, to: from.add({ months }).subtract({ days: 1 }) };
}

const duration = (unit: Unit, count: number) => ({
  ...(unit === 'day' ? { days: count } : {}),
  ...(unit === 'week' ? { weeks: count } : {}),
  ...(unit === 'month' ? { months: count } : {}),
  ...(unit === 'quarter' ? { months: count * 3 } : {}),
  ...(unit === 'half' ? { months: count * 6 } : {}),
  ...(unit === 'year' ? { years: count } : {}),
});
