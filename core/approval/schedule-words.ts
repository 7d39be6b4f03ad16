import { formatDate } from '../../lib/dates.ts';
import type { Repeat, Schedule } from '../campaigns/draft.ts';
import type { Ctx } from '../context.ts';

/** When, as a person says it; an instant is shown by the workspace's clock. */
export function scheduleWords(ctx: Ctx, schedule: Schedule): string {
  if (schedule.kind === 'now') return 'as soon as it is approved';
  if (schedule.kind === 'local') {
    return `${formatDate(schedule.date)} at ${schedule.time}, each recipient's own time`;
  }
  if (schedule.kind === 'feast') {
    const feast = schedule.occasion ? ` ${schedule.occasion}` : ' the feast of their own country';
    return `the last working day before${feast}, at ${schedule.time}, each recipient's own time; without such a day ${formatDate(schedule.date)}`;
  }
  const { timeZone } = ctx.tenant.settings;
  const words = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone });
  return `${words.format(new Date(schedule.at))} (${timeZone})`;
}

export const repeatWords = ({ every, until }: Repeat): string =>
  `; again every ${every}${until ? ` until ${formatDate(until)}` : ''}, each time asked for anew`;
