// Calendar dates are ISO strings (yyyy-mm-dd); instants are Date. Temporal does the arithmetic.
import { Temporal } from 'temporal-polyfill';
import { keepAnswers } from './keep-answers.ts';

export type CalendarDate = string;

export const todayIn = (now: Date, timeZone: string): CalendarDate =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();

const MOST_DAYS = 10_000;

/** Nothing changes what it answers, so the same few days, of which every letter and every reading asks, are read once. */
export const plainDate: (date: CalendarDate) => Temporal.PlainDate = keepAnswers(
  (date) => Temporal.PlainDate.from(date),
  MOST_DAYS,
);

export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  plainDate(date).add({ days }).toString();

/** Whether a text is a real calendar date, yyyy-mm-dd of the years 1 to 9999. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false;
  // A day beyond the month's end is none, or one of the next month.
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** The instant at which the clocks of `timeZone` show `time` ("09:00") on `date`; a skipped hour moves forward. */
export const instantAt = (date: CalendarDate, time: string, timeZone: string): Date =>
  new Date(Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone).epochMilliseconds);

// Asked of a workspace's settings at every request, and dear: those that are known to be one.
const timeZones = new Set<string>();
const MOST_TIME_ZONES = 1000;

export function isTimeZone(name: string): boolean {
  if (timeZones.has(name)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    if (timeZones.size < MOST_TIME_ZONES) timeZones.add(name);
    return true;
  } catch {
    return false;
  }
}

// Making a formatter costs far more than using it, and using it more than looking up: a campaign's thousands of dates are few.
const formatters = new Map<string, Intl.DateTimeFormat>();
const formatted = new Map<string, string>();
const MOST_FORMATTED = 5000;

/** "31 October 2027" in the reader's language. */
export function formatDate(date: CalendarDate, locale = 'en-GB'): string {
  const key = `${locale} ${date}`;
  const known = formatted.get(key);
  if (known !== undefined) return known;
  const formatter =
    formatters.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  formatters.set(locale, formatter);
  const text = formatter.format(new Date(`${date}T00:00:00Z`));
  if (formatted.size >= MOST_FORMATTED) formatted.clear();
  formatted.set(key, text);
  return text;
}
