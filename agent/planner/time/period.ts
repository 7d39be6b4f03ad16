// Periods as data, and the dates they stand for. Which year a month without one means is decided by the direction
// of its field: the coming one for what will happen, the last one for what has happened.
import { Temporal } from 'temporal-polyfill';
import { type CalendarDate, plainDate } from '../../../lib/dates.ts';
import * as calendar from './calendar.ts';
import { type Holiday, holidayOf } from './holiday.ts';

type Span = calendar.Span;

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';
export type Direction = 'future' | 'past';

export type Slice =
  | 'first-half'
  | 'second-half'
  | 'week-1'
  | 'week-2'
  | 'week-3'
  | 'week-4'
  | 'week-of'
  | 'weekend'
  | 'rest'
  /** Thirds of a span to the day, and of a year by months. */
  | 'early'
  | 'mid'
  | 'late'
  | 'third-1'
  | 'third-2'
  | 'third-3'
  | { side: 'first' | 'last'; count: number; unit: Unit };

export type Period =
  | { kind: 'slice'; of: Period; slice: Slice }
  | { kind: 'month'; month: number; year: number | null; part: 'early' | 'mid' | 'late' | null }
  | { kind: 'quarter'; quarter: number; year: number | null }
  | { kind: 'half'; half: number; year: number | null }
  | { kind: 'year'; year: number }
  | { kind: 'calendar'; unit: Unit; offset: number; part: 'early' | 'mid' | 'late' | null }
  | { kind: 'next' | 'last'; count: number; unit: Unit }
  /** The one day that many units from today, or ago. */
  | { kind: 'ahead' | 'ago'; count: number; unit: Unit }
  | { kind: 'date'; day: number; month: number; year: number | null }
  | { kind: 'day'; offset: number }
  | { kind: 'dayOfMonth'; day: number; months?: number }
  | { kind: 'weekday'; weekday: number; relative: 'this' | 'next' | 'last' | null }
  | { kind: 'holiday'; holiday: Holiday }
  | { kind: 'by' | 'before' | 'after' | 'from'; inner: Period }
  | { kind: 'between'; start: Period; end: Period };

export type DateRange = { from: CalendarDate | null; to: CalendarDate | null };
/** `isBounded`: what has happened lies before today, what will happen from today on. */
type Sight = { today: CalendarDate; direction: Direction; isBounded?: boolean };

/** One calendar day, such as a schedule names. */
export const isDay = (period: Period): boolean =>
  ['date', 'day', 'dayOfMonth', 'weekday', 'holiday'].includes(period.kind);

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
  if (start.kind === 'dayOfMonth' && end.kind === 'date')
    return between({ start: { ...end, day: start.day }, end }, sight);
  const years = yearOf(end) ?? null;
  const isOpen = years !== null && 'year' in start && start.year === null;
  const first = spanOf(isOpen ? startYear(start, { end, years }) : start, sight);
  let last = spanOf(end, sight);
  while (Temporal.PlainDate.compare(last.to, first.from) < 0 && years === null && !isTurned(start, end)) {
    last = { from: last.from.add({ years: 1 }), to: last.to.add({ years: 1 }) };
  }
  return { from: text(first.from), to: text(last.to) };
}

/** "between 10 November and 1 November": nobody means nearly a year. */
const isTurned = (start: Period, end: Period): boolean =>
  start.kind === 'date' && end.kind === 'date' && start.month === end.month && end.day < start.day;

/** "January to March 2027" begins in the same year, "November to February 2027" in the one before. */
function startYear(start: Period, { end, years }: { end: Period; years: number }): Period {
  const order = (period: Period): number =>
    'month' in period ? period.month : 'quarter' in period ? period.quarter : 0;
  return { ...start, year: order(start) > order(end) ? years - 1 : years } as Period;
}

const yearOf = (period: Period): number | null => ('year' in period ? period.year : null);

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
  const near = (of: (year: number) => Span, year: number | null = null) => of(pickYear(year, sight, of));
  switch (period.kind) {
    case 'month':
      return calendar.part(
        near((year) => calendar.monthSpan(period.month, year), period.year),
        period.part,
      );
    case 'quarter':
      return near((year) => calendar.quarterSpan(period.quarter, year), period.year);
    case 'half':
      return near((year) => calendar.halfSpan(period.half, year), period.year);
    case 'year':
      return calendar.yearSpan(period.year);
    case 'calendar':
      return calendar.part(calendar.calendarSpan(period.unit, period.offset, today), period.part);
    case 'next':
      return { from: today, to: today.add(calendar.duration(period.unit, period.count)) };
    case 'last':
      return { from: today.subtract(calendar.duration(period.unit, period.count)), to: today };
    case 'slice':
      return calendar.sliceOf(spanOf(period.of, sight), period.slice, today);
    case 'between':
      return { from: spanOf(period.start, sight).from, to: spanOf(period.end, sight).to };
    default:
      return 'inner' in period ? spanOf(period.inner, sight) : oneDay(period, sight);
  }
}

function oneDay(period: Period, sight: Sight): Span {
  const today = plainDate(sight.today);
  switch (period.kind) {
    case 'day':
      return calendar.day(today.add({ days: period.offset }));
    case 'ahead':
      return calendar.day(today.add(calendar.duration(period.unit, period.count)));
    case 'ago':
      return calendar.day(today.subtract(calendar.duration(period.unit, period.count)));
    case 'date': {
      const of = (year: number) => calendar.day(calendar.dateOf(year, period.month, period.day));
      return of(pickYear(period.year, sight, of));
    }
    case 'holiday': {
      const of = (year: number) => calendar.day(holidayOf(period.holiday, year));
      return of(pickYear(null, sight, of));
    }
    case 'dayOfMonth':
      return calendar.day(dayOfMonth(period, today, sight.direction));
    case 'weekday':
      return calendar.day(weekdayOf(period, today, sight.direction === 'future'));
    default:
      throw new RangeError('no day');
  }
}

function dayOfMonth(
  { day, months }: { day: number; months?: number },
  today: Temporal.PlainDate,
  direction: Direction,
): Temporal.PlainDate {
  if (months !== undefined)
    return today.with({ day: 1 }).add({ months }).with({ day }, { overflow: 'reject' });
  const here = today.with({ day }, { overflow: 'reject' });
  const isPassed = Temporal.PlainDate.compare(here, today) < 0;
  if (direction === 'future' && isPassed) return here.add({ months: 1 });
  return direction === 'past' && !isPassed ? here.subtract({ months: 1 }) : here;
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
