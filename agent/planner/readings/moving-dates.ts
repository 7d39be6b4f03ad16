// "every Monday … expiring within 30 days": days that were said from today on move along with the day it goes out.
import type { Clause, Filter } from '../../../core/audience/filter.ts';
import { type CalendarDate, formatDate, plainDate } from '../../../lib/dates.ts';
import { resolveDay } from '../../../lib/relative-day.ts';
import { isClause } from '../filters.ts';

/** `ranges`: the periods of the sentence, each with its dates, as a plan has them. */
type Said = { ranges: readonly string[]; today: CalendarDate };

const MOVES = /\b(?:within|next|this|last|past|coming|today|tomorrow|days?|weeks?)\b/iu;
const FIXED =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|(?:19|20)\d\d|q[1-4])\b/iu;
const PERIODS = { week: 'w', month: 'm', quarter: 'q', year: 'y' } as const;

/** The same filter with the days that move along relative to the day on which it is read. */
export function movingDates(filter: Filter, said: Said): Filter {
  if (isClause(filter)) return movingClause(filter, said);
  if ('not' in filter) return { not: movingDates(filter.not, said) };
  return 'all' in filter
    ? { all: filter.all.map((one) => movingDates(one, said)) }
    : { any: filter.any.map((one) => movingDates(one, said)) };
}

/** Whether a day in it stands for good. */
export const hasFixedDates = (filter: Filter): boolean =>
  /"(?:from|to)":"\d{4}-/.test(JSON.stringify(filter));

function movingClause(clause: Clause, said: Said): Clause {
  if (clause.op !== 'between' && clause.op !== 'did') return clause;
  const ends = [clause.from, clause.to].filter((end): end is string => isDay(end));
  const range = said.ranges.find(
    (words) => ends.length > 0 && ends.every((end) => words.includes(formatDate(end))),
  );
  const phrase = range?.slice(0, range.lastIndexOf(':')) ?? '';
  if (!MOVES.test(phrase) || FIXED.test(phrase)) return clause;
  const moved = (end: unknown, edge: 'start' | 'end') =>
    isDay(end) ? moving(end, { phrase, edge, ...said }) : end;
  const [from, to] = [moved(clause.from, 'start'), moved(clause.to, 'end')];
  return { ...clause, from, to } as Clause;
}

const isDay = (end: unknown): end is CalendarDate =>
  typeof end === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(end);

/** By the period that was said where it begins or ends that day, else by days. */
function moving(
  day: CalendarDate,
  { phrase, edge, today }: { phrase: string; edge: 'start' | 'end'; today: CalendarDate },
): string {
  const period = (Object.keys(PERIODS) as (keyof typeof PERIODS)[]).find((one) =>
    new RegExp(`(?<!\\d\\s?)\\b${one}\\b`, 'iu').test(phrase),
  );
  const edges = period
    ? ['', '+1', '+2', '-1'].map((shift) => `${period}-${edge}${shift && `${shift}${PERIODS[period]}`}`)
    : [];
  const away = plainDate(today).until(plainDate(day)).days;
  const byDays = away === 0 ? 'today' : `today${away < 0 ? '-' : '+'}${Math.abs(away)}d`;
  return edges.find((one) => resolveDay(one, today) === day) ?? byDays;
}
