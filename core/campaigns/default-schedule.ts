import { addDays, plainDate } from '../../lib/dates.ts';
import type { CampaignType } from '../content/types.ts';
import type { Ctx } from '../context.ts';
import type { Schedule } from './draft.ts';

const SATURDAY = 6;

/** When a type goes out unless somebody says: its days from today at its hour, on a Monday instead of a weekend. */
export function defaultSchedule(ctx: Pick<Ctx, 'today'>, type: CampaignType): Schedule {
  if (!type.defaultSchedule) return { kind: 'now' };
  const { inDays, time } = type.defaultSchedule;
  const day = addDays(ctx.today, inDays);
  const weekday = plainDate(day).dayOfWeek;
  return { kind: 'local', date: weekday < SATURDAY ? day : addDays(day, 8 - weekday), time };
}
