import { addDays, type CalendarDate, plainDate } from '../../lib/dates.ts';
import { greetingDay } from '../content/feast-day.ts';
import { occasionNamed } from '../content/occasions.ts';
import type { CampaignType } from '../content/types.ts';
import type { Ctx } from '../context.ts';
import type { Schedule } from './draft.ts';

type Clock = Pick<Ctx, 'today'>;
const SATURDAY = 6;

/** When a type goes out unless somebody says: its days from today at its hour, on a Monday instead of a weekend. */
export function defaultSchedule(ctx: Clock, type: CampaignType): Schedule {
  if (!type.defaultSchedule) return { kind: 'now' };
  const { inDays, time } = type.defaultSchedule;
  return { kind: 'local', date: workingDay(addDays(ctx.today, inDays)), time };
}

type Greeting = { type: CampaignType; topic: string | null | undefined };

/** Of a greeting, before its feast: the one that its topic names, or the one of each customer's country. Null for others. */
export function feastSchedule(ctx: Clock, { type, topic = null }: Greeting): Schedule | null {
  if (type.key !== 'seasonal') return null;
  const { inDays, time } = type.defaultSchedule ?? { inDays: 7, time: '10:00' };
  const occasion = occasionNamed(topic)?.name ?? null;
  const named = occasion && greetingDay({ occasion, country: null, from: ctx.today });
  // A season has no day.
  if (occasion && !named) return null;
  const date = named ?? workingDay(addDays(ctx.today, inDays));
  return { kind: 'feast', occasion, from: ctx.today, date, time };
}

const workingDay = (day: CalendarDate): CalendarDate => {
  const weekday = plainDate(day).dayOfWeek;
  return weekday < SATURDAY ? day : addDays(day, 8 - weekday);
};
