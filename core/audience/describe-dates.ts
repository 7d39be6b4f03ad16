import { type CalendarDate, formatDate, plainDate } from '../../lib/dates.ts';
import { isRelativeDay, resolveDay, sayRelativeDay, sayRelativeSpan } from '../../lib/relative-day.ts';

type Range = { from: CalendarDate; to: CalendarDate };
type OpenRange = { from: string | null; to: string | null };

/** A day of a filter: "31 October 2027", "30 days before today". */
export const sayDay = (day: string): string => (isRelativeDay(day) ? sayRelativeDay(day) : formatDate(day));

/**
 * The days of a filter, one end at least: "1–31 October 2027", "on or after 1 October 2027", and relative ones with
 * the dates that they are today: "in the next 30 days (21 November – 21 December 2026)".
 */
export function describeDays({ from, to }: OpenRange, { today }: { today?: string }): string {
  const isRelative = [from, to].some((end) => end !== null && isRelativeDay(end));
  if (!isRelative && from && to)
    return from === to ? `during ${formatDate(from)}` : describeRange({ from, to });
  const said =
    from && to
      ? (sayRelativeSpan(from, to) ?? `from ${sayDay(from)} to ${sayDay(to)}`)
      : from
        ? `on or after ${sayDay(from)}`
        : `on or before ${sayDay(to!)}`;
  if (!isRelative || !today) return said;
  const [first, last] = [from, to].map((end) => end && resolveDay(end, today));
  const dates = first && last ? describeRange({ from: first, to: last }) : formatDate((first ?? last)!);
  return `${said} (${dates})`;
}

/** "1–31 October 2027", "1 October – 31 December 2027", "15 December 2026 – 15 January 2027". */
export function describeRange({ from, to }: Range): string {
  if (from === to) return formatDate(from);
  const [first, last] = [formatDate(from), formatDate(to)];
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${last}`;
  if (from.slice(0, 4) === to.slice(0, 4)) return `${first.slice(0, -5)} – ${last}`;
  return `${first} – ${last}`;
}

/** A whole month or year by its name ("October 2025", "2025"), anything else as dates. */
export function describePeriod(range: Range): string {
  const { from, to } = range;
  if (isSame(range, monthOf(from))) return formatDate(from).slice(2);
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4);
  return describeRange(range);
}

const isSame = (a: Range, b: Range): boolean => a.from === b.from && a.to === b.to;

const monthOf = (date: CalendarDate): Range => spanOf(date, { start: Number(date.slice(5, 7)), months: 1 });

/** The calendar month, quarter and year of a day, smallest first. */
export function periodsOf(date: CalendarDate): (Range & { name: 'month' | 'quarter' | 'year' })[] {
  const month = Number(date.slice(5, 7));
  return [
    { name: 'month', ...spanOf(date, { start: month, months: 1 }) },
    { name: 'quarter', ...spanOf(date, { start: month - ((month - 1) % 3), months: 3 }) },
    { name: 'year', ...spanOf(date, { start: 1, months: 12 }) },
  ];
}

function spanOf(date: CalendarDate, { start, months }: { start: number; months: number }): Range {
  const first = plainDate(date).with({ month: start, day: 1 });
  return { from: first.toString(), to: first.add({ months }).subtract({ days: 1 }).toString() };
}

/** The same days one year before; the end of a month stays the end of that month. */
export function yearBefore({ from, to }: Range): Range {
  const end = plainDate(to);
  const before = end.subtract({ years: 1 });
  const isMonthEnd = end.day === end.daysInMonth;
  return {
    from: plainDate(from).subtract({ years: 1 }).toString(),
    to: (isMonthEnd ? before.with({ day: before.daysInMonth }) : before).toString(),
  };
}
