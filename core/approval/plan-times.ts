import { instantAt, isTimeZone } from '../../lib/dates.ts';
import { joinWords, plural } from '../../lib/text.ts';
import type { Schedule } from '../campaigns/draft.ts';
import { greetingDay } from '../content/feast-day.ts';
import type { Ctx } from '../context.ts';
import { quietUntil } from '../delivery/quiet-hours.ts';
import { opensAt, type Place, placeKey, zonesOf } from '../delivery/sending-hours.ts';

type Tally = { unknownZone: number; byCountry: number; quiet: number; closed: number; past: number };
type Kind = 'answer' | 'campaign';

type Timing = { schedule: Schedule; kind?: Kind };

/**
 * When each message is due, page by page: now, at one instant, or at a clock time in each recipient's own zone (of an unknown zone the
 * workspace's, where that is one it may be, else the first of its country); what would fall into their quiet hours, or
 * outside the sending window, waits until it is open there. The warnings say how many.
 */
export function openTimes(ctx: Ctx, { schedule, kind = 'campaign' }: Timing) {
  const { settings } = ctx.tenant;
  const tally: Tally = { unknownZone: 0, byCountry: 0, quiet: 0, closed: 0, past: 0 };
  const planned = new Map<string, ReturnType<typeof planPlace>>();
  const timeAt = (place: Place): Date => {
    const key = placeKey(place);
    const here = planned.get(key) ?? planPlace(place, { now: ctx.now, schedule, hours: settings, kind });
    planned.set(key, here);
    if (!place.timeZone || !isTimeZone(place.timeZone))
      tally[here.isOurZone ? 'unknownZone' : 'byCountry'] += 1;
    if (here.isQuiet) tally.quiet += 1;
    else if (here.isMoved) tally.closed += 1;
    if (here.isPast) tally.past += 1;
    return here.at;
  };
  return {
    timesOf: (places: readonly Place[]): Date[] => places.map(timeAt),
    warnings: () => warningsOf(tally, settings),
  };
}

type Planning = { now: Date; schedule: Schedule; hours: Settings; kind: Kind };

function planPlace(place: Place, { now, schedule, hours, kind }: Planning) {
  const zones = zonesOf(place, hours.timeZone);
  const zone = zones.includes(hours.timeZone) ? hours.timeZone : zones[0]!;
  const wanted = wantedAt(schedule, { now, zone, country: place.country });
  const isPast = wanted < now;
  const start = isPast ? now : wanted;
  const open = opensAt(start, place, { hours, kind });
  const isQuiet = zones.some((one) => quietUntil(start, one, hours.quietHours) !== null);
  const isOurZone = zone === hours.timeZone;
  return { at: open ?? start, isOurZone, isMoved: open !== null, isQuiet: open !== null && isQuiet, isPast };
}

type Sight = { now: Date; zone: string; country: string | null };

function wantedAt(schedule: Schedule, { now, zone, country }: Sight): Date {
  if (schedule.kind === 'now') return now;
  if (schedule.kind === 'feast') {
    const day = greetingDay({ occasion: schedule.occasion, country, from: schedule.from }) ?? schedule.date;
    return instantAt(day, schedule.time, zone);
  }
  return schedule.kind === 'at' ? new Date(schedule.at) : instantAt(schedule.date, schedule.time, zone);
}

type Settings = Ctx['tenant']['settings'];

function warningsOf(tally: Tally, { timeZone, quietHours, sendWindow }: Settings): string[] {
  const words: [number, string][] = [
    [
      tally.unknownZone,
      `The time zone of ${plural(tally.unknownZone, 'recipient')} is not known: ${timeZone} is used.`,
    ],
    [
      tally.byCountry,
      `The time zone of ${plural(tally.byCountry, 'recipient')} is not known: a time counts that suits every zone of their country.`,
    ],
    [
      tally.quiet,
      `${plural(tally.quiet, 'message waits', 'messages wait')} until ${quietHours.to} there, because of the quiet hours from ${quietHours.from} to ${quietHours.to}.`,
    ],
    [
      tally.closed,
      `${plural(tally.closed, 'message waits', 'messages wait')} for the sending hours there: ${windowWords(sendWindow)}.`,
    ],
    [
      tally.past,
      `The planned time has passed for ${plural(tally.past, 'recipient')}: those go as soon as this is approved.`,
    ],
  ];
  return words.filter(([count]) => count > 0).map(([, text]) => text);
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function windowWords({ days, from, to, skipsHolidays }: Settings['sendWindow']): string {
  const named = days.length === 7 ? 'every day' : joinWords(days.toSorted().map((day) => DAYS[day - 1]!));
  const hours = from === null && to === null ? '' : `, ${from ?? '00:00'} to ${to ?? '24:00'}`;
  return `${named}${hours}${skipsHolidays ? ', not on public holidays' : ''}`;
}
