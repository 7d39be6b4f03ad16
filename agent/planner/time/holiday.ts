// Days whose date moves from year to year.
import { Temporal } from 'temporal-polyfill';

export type Holiday = 'easter' | 'lunar-new-year' | 'thanksgiving';

/** Throws a RangeError for a year that nothing is known of. */
export function holidayOf(holiday: Holiday, year: number): Temporal.PlainDate {
  if (holiday === 'easter') return easter(year);
  if (holiday === 'thanksgiving') return thanksgiving(year);
  return lunarNewYear(year);
}

/** Western Easter Sunday, by the anonymous Gregorian algorithm. */
function easter(year: number): Temporal.PlainDate {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const days = h + l - 7 * m + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(days / 31), day: (days % 31) + 1 });
}

/** The fourth Thursday of November. */
function thanksgiving(year: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month: 11, day: 1 });
  return first.add({ days: ((4 - first.dayOfWeek + 7) % 7) + 21 });
}

// As published; reckoning is off by a day where the new moon is near midnight (2027).
const LUNAR: Record<number, string> = {
  2024: '02-10',
  2025: '01-29',
  2026: '02-17',
  2027: '02-06',
  2028: '01-26',
  2029: '02-13',
  2030: '02-03',
  2031: '01-23',
  2032: '02-11',
  2033: '01-31',
  2034: '02-19',
  2035: '02-08',
};

const lunarNewYear = (year: number): Temporal.PlainDate => Temporal.PlainDate.from(`${year}-${LUNAR[year]}`);
