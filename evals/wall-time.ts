import type { Schedule } from '../core/campaigns/draft.ts';

/** The clock time of a schedule as the workspace reads it, "2026-11-22T09:00"; null when it goes out at once. */
export function wallTimeOf(schedule: Schedule, timeZone: string): string | null {
  if (schedule.kind === 'now') return null;
  if (schedule.kind !== 'at') return `${schedule.date}T${schedule.time}`;
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return parts.format(new Date(schedule.at)).replace(' ', 'T');
}
