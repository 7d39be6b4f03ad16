// When to send: which of the periods of a sentence say it, and what day and hour each means.
import { Temporal } from 'temporal-polyfill';
import type { Schedule } from '../../core/campaigns/draft.ts';
import { instantAt } from '../../lib/dates.ts';
import { type Item, isWord, type PeriodItem } from './items.ts';
import { isDay, type Period, resolvePeriod } from './time/period.ts';

export const isSchedule = ({ period, time, clock }: PeriodItem, openField: string | null): boolean =>
  time !== null || clock !== null || (period !== null && isDay(period) && openField === null);

/** "Tuesday rather than Monday", "Tuesday, not Monday": another day is said. */
export const isInstead = (items: readonly Item[], item: Item): boolean =>
  isWord(items[items.indexOf(item) - 1], 'operators', 'insteadOf', 'not') &&
  items.some(
    (one) => one.kind === 'period' && one !== item && !isRuledOut(items, one) && isSchedule(one, null),
  );

/** "10pm-2am", "from 9 am to 11 am": when something happens; nothing is sent for hours. */
export function endsHours(items: readonly Item[], item: Item & PeriodItem): boolean {
  const at = items.indexOf(item);
  const isJoined = /^(?:[-–—]|to|until|till)$/i.test(items[at - 1]?.text ?? '');
  // The mark of "10pm-2am" is within a word.
  const before = items[isJoined ? at - 2 : at - 1];
  return item.time !== null && item.period === null && before?.kind === 'period' && before.time !== null;
}

/** "on Monday or Tuesday", "tomorrow morning next Friday": it goes out once. */
export function otherTime(items: readonly Item[], item: Item & PeriodItem): Item | undefined {
  const at = items.indexOf(item);
  const before = items
    .slice(0, at)
    .findLast((one) => !isWord(one, 'skip') && !isWord(one, 'bounds', 'by', 'to'));
  const isLinked = isWord(before, 'operators', 'and', 'or') || before?.text === '/';
  const earlier = isLinked
    ? items.slice(0, items.indexOf(before!)).findLast((one) => !isWord(one, 'skip'))
    : before;
  if (earlier?.kind !== 'period' || !isSchedule(earlier, null) || isRuledOut(items, earlier))
    return undefined;
  const areDays =
    earlier.period !== null && item.period !== null && isDay(earlier.period) && isDay(item.period);
  const areHours = isLinked && earlier.time !== null && item.time !== null && earlier.time !== item.time;
  const isSame = JSON.stringify(earlier.period) === JSON.stringify(item.period);
  return (areDays && !isSame && !isOneDay(earlier.period!, item.period!)) ||
    (areHours && (isSame || !item.period))
    ? earlier
    : undefined;
}

/** "Friday, 27 November" */
const isOneDay = (one: Period, other: Period): boolean =>
  [one, other].some(({ kind }) => kind === 'weekday') &&
  [one, other].some(({ kind }) => kind === 'date' || kind === 'dayOfMonth');

/** "send it next week", "the Hiltons next weekend": no contract is spoken of. */
export function isBehindSendIt(items: readonly Item[], item: Item & PeriodItem): boolean {
  const before = items.slice(0, items.indexOf(item)).findLast((one) => !isWord(one, 'skip'));
  const isSent = isWord(before, 'cues', 'sendIt') && before!.text.includes(' ');
  return isSent || (isWeekend(item.period) && items.some(({ kind }) => kind === 'type'));
}
const isWeekend = (period: Period | null): boolean => JSON.stringify(period)?.includes('weekend') ?? false;

/** "not today": then when? */
export const isRuledOut = (items: readonly Item[], item: Item): boolean =>
  isWord(items[items.indexOf(item) - 1], 'operators', 'not');

// Office hours begin then nearly everywhere; the reply shows it, so that it can be corrected.
const DEFAULT_TIME = '09:00';

type Sight = { today: string; timeZone: string; schedule: Schedule | null };
type Sent = { schedule: Schedule } | { why: 'unplaced' | 'impossible' | 'past' };

/** `schedule`: what a clock time without a day changes. */
export function scheduleOf({ clock: said, ...item }: PeriodItem, sight: Sight): Sent {
  // "Thursday 9:00 our time", then "make that Friday": still ours.
  const fixed = sight.schedule?.kind === 'at' ? wallClock(sight.schedule.at, sight.timeZone) : null;
  const clock = said ?? (fixed ? 'ours' : null);
  // "in two days at 3pm": with an hour it is one day.
  const period: Period | null =
    item.period?.kind === 'next' && item.time !== null ? { ...item.period, kind: 'ahead' } : item.period;
  if (period && !isDay(period) && period.kind !== 'ahead') return { why: 'unplaced' };
  const isToday = period?.kind === 'day' && period.offset === 0;
  if (isToday && item.time === null && said === null) return { schedule: { kind: 'now' } };
  const before = sight.schedule?.kind === 'local' ? sight.schedule : fixed;
  const date = period
    ? (resolvePeriod(period, { ...sight, direction: 'future' })?.from ?? null)
    : (before?.date ?? tomorrow(sight.today));
  if (!date) return { why: 'impossible' };
  if ((period?.kind === 'day' && period.offset < 0) || date < sight.today) return { why: 'past' };
  const time = item.time ?? before?.time ?? DEFAULT_TIME;
  return clock === 'ours'
    ? { schedule: { kind: 'at', at: instant(date, time, sight.timeZone) } }
    : { schedule: { kind: 'local', date, time } };
}

const wallClock = (at: string, zone: string): { date: string; time: string } => {
  const there = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  return { date: there.toPlainDate().toString(), time: there.toPlainTime().toString().slice(0, 5) };
};
const tomorrow = (today: string): string => Temporal.PlainDate.from(today).add({ days: 1 }).toString();
const instant = (date: string, time: string, zone: string): string =>
  instantAt(date, time, zone).toISOString();
