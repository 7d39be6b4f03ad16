import type { CalendarDate } from '../../lib/dates.ts';
import { resolveDay } from '../../lib/relative-day.ts';
import type { Clause } from './filter.ts';

/** A clause on days or on what happened, with the days that it means today. */
export function absoluteDays(clause: Clause, today: CalendarDate): Clause {
  const day = <T>(end: T) => (typeof end === 'string' ? (resolveDay(end, today) as T) : end);
  if (clause.op === 'between') return { ...clause, from: day(clause.from), to: day(clause.to) };
  if (clause.op === 'did') return { ...clause, from: day(clause.from), to: day(clause.to) };
  return clause.op === 'in' ? { ...clause, values: clause.values.map(day) } : clause;
}
