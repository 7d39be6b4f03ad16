import { type Filter, isClause } from '../core/audience/filter.ts';
import { addDays, type CalendarDate } from '../lib/dates.ts';

/** Both ends belong to it; null is open. */
export type DateRange = { from: CalendarDate | null; to: CalendarDate | null };

/**
 * The one period that a filter holds customers to, whichever date field it is about; null when there is none. What is
 * said with `and` narrows, what is said with `or` widens; a period with a hole has none.
 */
export function dateRangeOf(filter: Filter): DateRange | null {
  if (isClause(filter)) return clauseRange(filter);
  if ('not' in filter) return outside(dateRangeOf(filter.not));
  const ranges = ('all' in filter ? filter.all : filter.any)
    .map(dateRangeOf)
    .filter((range) => range !== null);
  if (ranges.length < 2) return ranges[0] ?? null;
  return 'all' in filter ? ranges.reduce(narrow) : joined(ranges);
}

function clauseRange(clause: Extract<Filter, { op: string }>): DateRange | null {
  if (clause.op !== 'between') return null;
  const [from, to] = [clause.from ?? null, clause.to ?? null];
  return [from, to].every((end) => end === null || isDay(end)) ? ({ from, to } as DateRange) : null;
}

const isDay = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);

/** All other days, where they are one period: before the first, or after the last. */
function outside(range: DateRange | null): DateRange | null {
  if (range?.to && !range.from) return { from: addDays(range.to, 1), to: null };
  if (range?.from && !range.to) return { from: null, to: addDays(range.from, -1) };
  return null;
}

const narrow = (one: DateRange, other: DateRange): DateRange => ({
  from:
    [one.from, other.from]
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null,
  to: [one.to, other.to].filter((day) => day !== null).sort()[0] ?? null,
});

/** Periods that follow on each other as one. */
function joined(ranges: readonly DateRange[]): DateRange | null {
  const [first, ...rest] = ranges.toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
  let whole = first!;
  for (const next of rest) {
    const touches = !whole.to || !next.from || next.from <= addDays(whole.to, 1);
    if (!touches) return null;
    const isFurther = whole.to !== null && (next.to === null || next.to > whole.to);
    whole = { from: whole.from, to: isFurther ? next.to : whole.to };
  }
  return whole;
}
