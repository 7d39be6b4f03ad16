// Spans of the calendar, both ends included: months, quarters, weeks, and parts of them.
import { Temporal } from 'temporal-polyfill';
import type { Slice, Unit } from './period.ts';

export type Span = { from: Temporal.PlainDate; to: Temporal.PlainDate };

export const day = (date: Temporal.PlainDate): Span => ({ from: date, to: date });
export const dateOf = (year: number, month: number, dayOfMonth: number): Temporal.PlainDate =>
  Temporal.PlainDate.from({ year, month, day: dayOfMonth }, { overflow: 'reject' });
export const yearSpan = (year: number): Span => ({ from: dateOf(year, 1, 1), to: dateOf(year, 12, 31) });
export const monthSpan = (month: number, year: number): Span => spanOfMonths(year, month, 1);
export const quarterSpan = (quarter: number, year: number): Span => spanOfMonths(year, quarter * 3 - 2, 3);
export const halfSpan = (half: number, year: number): Span => spanOfMonths(year, half * 6 - 5, 6);

function spanOfMonths(year: number, month: number, months: number): Span {
  const from = dateOf(year, month, 1);
  return { from, to: from.add({ months }).subtract({ days: 1 }) };
}

export const duration = (unit: Unit, count: number) => ({
  ...(unit === 'day' ? { days: count } : {}),
  ...(unit === 'week' ? { weeks: count } : {}),
  ...(unit === 'month' ? { months: count } : {}),
  ...(unit === 'quarter' ? { months: count * 3 } : {}),
  ...(unit === 'half' ? { months: count * 6 } : {}),
  ...(unit === 'year' ? { years: count } : {}),
});

/** The week, month … that is so many away from the running one. */
export function calendarSpan(unit: Unit, offset: number, today: Temporal.PlainDate): Span {
  if (unit === 'day') return day(today.add({ days: offset }));
  if (unit === 'week') {
    const from = today.add({ days: 1 - today.dayOfWeek + 7 * offset });
    return { from, to: from.add({ days: 6 }) };
  }
  if (unit === 'year') return yearSpan(today.year + offset);
  const months = { month: 1, quarter: 3, half: 6 }[unit];
  const first = Math.floor((today.month - 1) / months) * months + 1;
  const from = dateOf(today.year, first, 1).add({ months: months * offset });
  return { from, to: from.add({ months }).subtract({ days: 1 }) };
}

export function sliceOf(span: Span, slice: Slice, today: Temporal.PlainDate): Span {
  if (typeof slice !== 'string') return some(span, slice);
  const { from, to } = span;
  const days = from.until(to).days + 1;
  // Half a year is six months, not so many days.
  const middle = from.add(days > 300 ? { months: 6 } : { days: Math.floor(days / 2) });
  if (slice === 'first-half') return { from, to: middle.subtract({ days: 1 }) };
  if (slice === 'second-half') return { from: middle, to };
  if (slice === 'rest') return { from: Temporal.PlainDate.compare(from, today) < 0 ? today : from, to };
  if (slice === 'weekend') return { from: to.subtract({ days: 1 }), to };
  if (slice === 'week-of') return calendarSpan('week', 0, from);
  if (slice === 'early' || slice === 'mid' || slice === 'late') return part(span, slice);
  if (slice.startsWith('third-')) return thirdOfYear(span, Number(slice.slice(-1)));
  const first = from.add({ days: 7 * (Number(slice.slice(-1)) - 1) });
  return { from: first, to: first.add({ days: 6 }) };
}

/** "the first ten days", "the last two weeks" of it. */
function some({ from, to }: Span, { side, count, unit }: Exclude<Slice, string>): Span {
  return side === 'first'
    ? { from, to: from.add(duration(unit, count)).subtract({ days: 1 }) }
    : { from: to.subtract(duration(unit, count)).add({ days: 1 }), to };
}

function thirdOfYear({ from }: Span, third: number): Span {
  const start = from.add({ months: 4 * (third - 1) });
  return { from: start, to: start.add({ months: 4 }).subtract({ days: 1 }) };
}

// Thirds of the span, to the day: early October is the 1st to the 10th, late October the 21st to the 31st.
export function part({ from, to }: Span, which: 'early' | 'mid' | 'late' | null): Span {
  if (which === null) return { from, to };
  const third = Math.floor((from.until(to).days + 1) / 3);
  if (which === 'early') return { from, to: from.add({ days: third - 1 }) };
  if (which === 'mid') return { from: from.add({ days: third }), to: from.add({ days: 2 * third - 1 }) };
  return { from: from.add({ days: 2 * third }), to };
}
