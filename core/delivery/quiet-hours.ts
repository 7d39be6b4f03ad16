import { Temporal } from 'temporal-polyfill';
import { addDays, instantAt } from '../../lib/dates.ts';

/** Clock times; `from` > `to` goes over midnight, equal ones mean no quiet hours. */
export type QuietHours = { from: string; to: string };

/** When the quiet hours that `instant` falls into end in that zone; null outside them. */
export function quietUntil(instant: Date, timeZone: string, { from, to }: QuietHours): Date | null {
  if (from === to) return null;
  const local = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  const date = local.toPlainDate().toString();
  const isOverMidnight = from > to;
  const isQuiet = isOverMidnight ? time >= from || time < to : time >= from && time < to;
  if (!isQuiet) return null;
  return instantAt(isOverMidnight && time >= from ? addDays(date, 1) : date, to, timeZone);
}
