import type { Schedule } from '../core/campaigns/draft.ts';

/**
 * The clock time of a schedule as the workspace reads it, "2026-11-22T09:00"; null when nobody named one: at once, or before
 * the feast that a greeting is for.
 */
export function wallTimeOf(schedule: Schedule, timeZone: string): string | null {
  if (schedule.kind === 'now' || schedule.kind === 'feast') return null;
  if (schedule.kind !== 'at') return `${schedule.date}T${schedule.time}`;
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return parts.format(new Date(schedule.at)).replace(' ', 'T');
}
