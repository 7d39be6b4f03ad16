import { addDays, instantAt, plainDate, todayIn } from '../../lib/dates.ts';
import type { TenantSettings } from '../tenants/settings.ts';

type Hours = TenantSettings['replies']['businessHours'];
type Span = { from: Date; to: Date; hours: Hours; timeZone: string };

// Nobody waits longer than that without having been told of long ago.
const MOST_DAYS = 60;

/** How many minutes of a span lie in business hours, by the clocks of the time zone. */
export function workingMinutes({ from, to, hours, timeZone }: Span): number {
  let minutes = 0;
  const last = todayIn(to, timeZone);
  let day = todayIn(from, timeZone);
  for (let count = 0; day <= last && count < MOST_DAYS; count += 1, day = addDays(day, 1)) {
    if (!hours.days.includes(plainDate(day).dayOfWeek)) continue;
    const opens = Math.max(from.getTime(), instantAt(day, hours.from, timeZone).getTime());
    const closes = Math.min(to.getTime(), instantAt(day, hours.to, timeZone).getTime());
    minutes += Math.max(0, closes - opens) / 60_000;
  }
  return Math.floor(minutes);
}
