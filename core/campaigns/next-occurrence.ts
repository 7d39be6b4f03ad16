import { Temporal } from 'temporal-polyfill';
import { type CalendarDate, instantAt, plainDate } from '../../lib/dates.ts';
import type { Repeat, Schedule } from './draft.ts';

type Series = { schedule: Schedule; repeat: Repeat };
type From = { now: Date; timeZone: string };
export type NextOccurrence = { schedule: Schedule; repeat: Repeat; startsAt: Date };

/**
 * The next one still to come of a campaign that comes again, at the same clock time; null after the last. Counted from
 * the first, so that the 31st stays the last day of a short month only there. Those that passed unseen are left out.
 */
export function nextOccurrence({ schedule, repeat }: Series, { now, timeZone }: From): NextOccurrence | null {
  if (schedule.kind === 'now' || schedule.kind === 'feast') return null;
  const { date, time } = clockOf(schedule, timeZone);
  const since = repeat.since ?? date;
  for (let count = 1; ; count += 1) {
    const day = plainDate(since)
      .add({ [`${repeat.every}s`]: count })
      .toString();
    if (repeat.until !== null && day > repeat.until) return null;
    const startsAt = instantAt(day, time, timeZone);
    if (day <= date || startsAt <= now) continue;
    const next: Schedule =
      schedule.kind === 'local' ? { ...schedule, date: day } : { kind: 'at', at: startsAt.toISOString() };
    return { schedule: next, repeat: { ...repeat, since }, startsAt };
  }
}

function clockOf(
  schedule: Exclude<Schedule, { kind: 'now' | 'feast' }>,
  timeZone: string,
): { date: CalendarDate; time: string } {
  if (schedule.kind === 'local') return schedule;
  const local = Temporal.Instant.from(schedule.at).toZonedDateTimeISO(timeZone);
  return {
    date: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}
