import { t } from '../words/t.ts';

/** When a conversation may come back. */
export const LATER = {
  hours: t('in three hours'),
  tomorrow: t('tomorrow at 9'),
  monday: t('on Monday at 9'),
  week: t('in a week at 9'),
  month: t('in a month at 9'),
} as const;

const MORNING = 9;

/** The same as instants, by the clock of the person who looks. */
export function laterTimes(now: Date): Record<keyof typeof LATER, string> {
  const inDays = (days: number) => {
    const day = new Date(now);
    day.setDate(day.getDate() + days);
    day.setHours(MORNING, 0, 0, 0);
    return day.toISOString();
  };
  // Of a Monday, the next one is meant.
  const toMonday = (8 - now.getDay()) % 7 || 7;
  return {
    hours: new Date(now.getTime() + 3 * 3_600_000).toISOString(),
    tomorrow: inDays(1),
    monday: inDays(toMonday),
    week: inDays(7),
    month: inDays(30),
  };
}
