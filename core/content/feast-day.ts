// The day on which a greeting is read before its feast begins.
import { addDays, type CalendarDate, plainDate } from '../../lib/dates.ts';
import { isPublicHoliday, nextDate } from './holiday-calendar.ts';
import { OCCASIONS } from './occasion-list.ts';
import { occasionFor } from './occasions.ts';

/** A feast by its name, or null for the country's own (ISO 3166-1 alpha-2); the first from a day on. */
type Asked = { occasion: string | null; country: string | null; from: CalendarDate };

// The longest row of days off in any calendar is shorter.
const MOST_DAYS_OFF = 12;
const SATURDAY = 6;

/** The last day before the feast on which people work there, or the feast itself; null where it has no day. */
export function greetingDay({ occasion, country, from }: Asked): CalendarDate | null {
  const feast = firstDay({ occasion, country, from });
  if (feast === null || feast <= from) return feast;
  for (let days = 1; days <= MOST_DAYS_OFF; days += 1) {
    const day = addDays(feast, -days);
    if (day < from) return feast;
    if (plainDate(day).dayOfWeek < SATURDAY && !(country && isPublicHoliday(country, day))) return day;
  }
  return feast;
}

function firstDay({ occasion: name, country, from }: Asked): CalendarDate | null {
  if (name === null) return occasionFor({ topic: null, country, asOf: from }).on;
  const occasion = OCCASIONS.find((one) => one.name === name);
  const calendar = country ?? occasion?.on?.in;
  return occasion && calendar ? nextDate(occasion, { country: calendar, from }) : null;
}
