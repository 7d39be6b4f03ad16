// When feasts are, from a calendar of every country's holidays; loaded at its first use, kept by country and year.
import { createRequire } from 'node:module';
import { setImmediate } from 'node:timers/promises';
import type HolidaysOf from 'date-holidays';
import { addDays, type CalendarDate } from '../../lib/dates.ts';
import { OCCASIONS, type Occasion } from './occasion-list.ts';

type Day = { name: string; date: CalendarDate; days: number; isPublic: boolean };

const DAY_MS = 86_400_000;

const years = new Map<string, readonly Day[]>();

/** The holidays of a country (ISO 3166-1 alpha-2) in a year, by their English names; none where nobody listed them. */
function holidaysIn(country: string, year: number): readonly Day[] {
  const key = `${country} ${year}`;
  const known = years.get(key);
  if (known) return known;
  const Holidays = createRequire(import.meta.url)('date-holidays') as typeof HolidaysOf;
  const listed = new Holidays(country).getHolidays(year, 'en') || [];
  const days = listed.map(({ name, date, start, end, type }) => ({
    name,
    date: date.slice(0, 10),
    days: Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY_MS)),
    isPublic: type === 'public',
  }));
  years.set(key, days);
  return days;
}

/** Whether the country's own calendar has the occasion as a public holiday. */
export const keepsOccasion = (country: string, { on }: Occasion, year: number): boolean =>
  on !== undefined && holidaysIn(country, year).some(({ name, isPublic }) => isPublic && on.as.test(name));

/** Whether nobody works in that country on that day; a country whose calendar nobody listed always works. */
export const isPublicHoliday = (country: string, date: CalendarDate): boolean =>
  holidaysIn(country, Number(date.slice(0, 4))).some(
    (day) => day.isPublic && day.date <= date && date < addDays(day.date, day.days),
  );

type Place = { country: string; from: CalendarDate };

/** The next first day of the occasion in the country, or the one that it is still going on from; null for a season. */
export function nextDate(occasion: Occasion, { country, from }: Place): CalendarDate | null {
  const { on } = occasion;
  if (!on) return null;
  const year = Number(from.slice(0, 4));
  const calendar = keepsOccasion(country, occasion, year) ? country : on.in;
  const days = [year - 1, year, year + 1]
    .flatMap((one) => holidaysIn(calendar, one))
    .filter(({ name }) => on.as.test(name))
    .map(({ date }) => date)
    .sort();
  // Several days of one feast are listed one by one: its first is the one that no other comes right before.
  const firsts = days.filter((day) => !days.some((other) => other < day && addDays(other, on.days) >= day));
  return firsts.find((day) => addDays(day, on.days - 1) >= from) ?? null;
}

/** Those that the calendar knows the day of. */
export const DATED = OCCASIONS.filter(({ on }) => on !== undefined);

/** Reads what letters ask of the calendar first, a year at a time: within one letter it would be a third of a second. */
export async function warmCalendar(today: CalendarDate): Promise<void> {
  const year = Number(today.slice(0, 4));
  for (const { on } of DATED) {
    for (const one of [year - 1, year, year + 1]) {
      holidaysIn(on!.in, one);
      await setImmediate();
    }
  }
}
