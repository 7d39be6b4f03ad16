// Days that stay relative to the one on which a filter is read: "today", "today-30d", "month-start", "quarter-end+1q".
import { type CalendarDate, plainDate } from './dates.ts';
import { plural } from './text.ts';

const RELATIVE = /^(?:today|(?:week|month|quarter|year)-(?:start|end))(?:[+-](?:[1-9]\d{0,3})[dwmqy])?$/;
const PARTS = /^(today|(week|month|quarter|year)-(start|end))(?:([+-])(\d{1,4})([dwmqy]))?$/;

type Period = 'week' | 'month' | 'quarter' | 'year';
export type RelativeDay = {
  /** Null is the day itself. */
  period: Period | null;
  edge: 'start' | 'end';
  shift: number;
  unit: keyof typeof UNITS;
};

const UNITS = {
  d: { word: 'day', shift: { days: 1 } },
  w: { word: 'week', shift: { weeks: 1 } },
  m: { word: 'month', shift: { months: 1 } },
  q: { word: 'quarter', shift: { months: 3 } },
  y: { word: 'year', shift: { years: 1 } },
} as const;

export const isRelativeDay = (text: string): boolean => RELATIVE.test(text);

export function readRelativeDay(text: string): RelativeDay | null {
  const found = PARTS.exec(text);
  if (!found || !isRelativeDay(text)) return null;
  const [, , period, edge, sign, count, unit] = found;
  return {
    period: (period as Period | undefined) ?? null,
    edge: edge === 'end' ? 'end' : 'start',
    shift: count ? Number(`${sign}${count}`) : 0,
    unit: (unit as RelativeDay['unit'] | undefined) ?? 'd',
  };
}

/**
 * The calendar day that an end of a range means on `today`; an absolute one is itself. The shift comes first, then the
 * edge of the period: "month-end+1m" is the last day of the next month. Weeks begin on Monday (ISO 8601).
 */
export function resolveDay(day: string, today: CalendarDate): CalendarDate {
  const relative = readRelativeDay(day);
  if (!relative) return day;
  const { period, edge, shift, unit } = relative;
  const by = Object.fromEntries(Object.entries(UNITS[unit].shift).map(([key, one]) => [key, one * shift]));
  const moved = plainDate(today).add(by);
  if (!period) return isoDay(moved);
  const start =
    period === 'week'
      ? moved.subtract({ days: moved.dayOfWeek - 1 })
      : moved.with({
          day: 1,
          month:
            period === 'month'
              ? moved.month
              : period === 'quarter'
                ? moved.month - ((moved.month - 1) % 3)
                : 1,
        });
  return isoDay(edge === 'start' ? start : start.add(LENGTHS[period]).subtract({ days: 1 }));
}

/** Within the years that a calendar date of ours has. */
const isoDay = (day: ReturnType<typeof plainDate>): CalendarDate =>
  day.year < 1 ? '0001-01-01' : day.year > 9999 ? '9999-12-31' : day.toString();

const LENGTHS: Record<Period, { days?: number; months?: number; years?: number }> = {
  week: { days: 7 },
  month: { months: 1 },
  quarter: { months: 3 },
  year: { years: 1 },
};

/** "today", "30 days before today", "the end of the month 1 month from now". */
export function sayRelativeDay(day: string): string {
  const { period, edge, shift, unit } = readRelativeDay(day)!;
  const count = plural(Math.abs(shift), UNITS[unit].word);
  if (!period) return shift === 0 ? 'today' : `${count} ${shift < 0 ? 'before' : 'after'} today`;
  const base = `the ${edge} of this ${period}`;
  return shift === 0 ? base : `the ${edge} of the ${period} ${count} ${shift < 0 ? 'ago' : 'from now'}`;
}

/** Spans that people have words for: "in the last 30 days", "in this month", "in the next quarter"; null for others. */
export function sayRelativeSpan(from: string, to: string): string | null {
  const [first, last] = [readRelativeDay(from), readRelativeDay(to)];
  if (!first || !last) return null;
  const count = ({ shift, unit }: RelativeDay) => plural(Math.abs(shift), UNITS[unit].word);
  if (from === 'today' && !last.period && last.shift > 0) return `in the next ${count(last)}`;
  if (to === 'today' && !first.period && first.shift < 0) return `in the last ${count(first)}`;
  const { period, shift, unit } = first;
  if (!period || first.edge !== 'start' || to !== from.replace('-start', '-end')) return null;
  if (shift === 0) return `in this ${period}`;
  const isNeighbour = Math.abs(shift) === 1 && UNITS[unit].word === period;
  return isNeighbour ? `in the ${shift > 0 ? 'next' : 'last'} ${period}` : null;
}

/** What `sayRelativeSpan` said, back as it was; null for other words. */
export function unsayRelativeSpan(words: string): { from: string; to: string } | null {
  const days = /^in the (next|last) ([\d,]+) (day|week|month|quarter|year)s?$/.exec(words);
  if (days) {
    const shift = amount(days[2]!, days[3]!);
    return days[1] === 'next'
      ? { from: 'today', to: `today+${shift}` }
      : { from: `today-${shift}`, to: 'today' };
  }
  const period = /^in (this|the next|the last) (week|month|quarter|year)$/.exec(words);
  if (!period) return null;
  const unit = WORDS.get(period[2]!);
  const shift = period[1] === 'this' ? '' : `${period[1] === 'the next' ? '+' : '-'}1${unit}`;
  return { from: `${period[2]}-start${shift}`, to: `${period[2]}-end${shift}` };
}

const WORDS = new Map<string, RelativeDay['unit']>(
  Object.entries(UNITS).map(([unit, { word }]) => [word, unit as RelativeDay['unit']]),
);

/** What `sayRelativeDay` said, back as it was; null for other words. */
export function unsayRelativeDay(words: string): string | null {
  if (words === 'today') return 'today';
  const days = /^([\d,]+) (day|week|month|quarter|year)s? (before|after) today$/.exec(words);
  if (days) return `today${days[3] === 'before' ? '-' : '+'}${amount(days[1]!, days[2]!)}`;
  const now = /^the (start|end) of this (week|month|quarter|year)$/.exec(words);
  if (now) return `${now[2]}-${now[1]}`;
  const moved =
    /^the (start|end) of the (week|month|quarter|year) ([\d,]+) (day|week|month|quarter|year)s? (ago|from now)$/.exec(
      words,
    );
  if (!moved) return null;
  return `${moved[2]}-${moved[1]}${moved[5] === 'ago' ? '-' : '+'}${amount(moved[3]!, moved[4]!)}`;
}

const amount = (count: string, word: string): string => `${count.replaceAll(',', '')}${WORDS.get(word)}`;
