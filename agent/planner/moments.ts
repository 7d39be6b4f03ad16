// What each period is about: a date of the customers, or when to send. Dates become conditions here.
import type { Schedule } from '../../core/campaigns/draft.ts';
import { formatDate } from '../../lib/dates.ts';
import { clauseItem, type Item, isWord, type PeriodItem } from './items.ts';
import { type DateRange, type Direction, isDay, type Period, resolvePeriod } from './time/period.ts';
import {
  endsHours,
  isBehindSendIt,
  isInstead,
  isRuledOut,
  isSchedule,
  otherTime,
  scheduleOf,
} from './time-to-send.ts';

type Sight = {
  today: string;
  timeZone: string;
  /** The field that a period without one is about; null when nothing says so. */
  field: string | null;
  /** The schedule that a clock time without a day changes. */
  schedule: Schedule | null;
};

export type Moments = {
  items: Item[];
  schedule: Schedule | null;
  ranges: string[];
  /** Fields that are spoken of without saying when. */
  open: string[];
  /** Periods that nothing says what to do with, dates that do not exist, times that have passed, two times to send. */
  problems: { text: string; why: 'unplaced' | 'impossible' | 'past' | 'two' }[];
};

export function placeMoments(said: readonly Item[], sight: Sight): Moments {
  const items = withNegationBefore(said);
  const result: Moments = { items: [], schedule: null, ranges: [], open: [], problems: [] };
  const open = items.find((item) => item.kind === 'dated' && item.period === null);
  const isDated = items.some(
    (item) =>
      item.kind === 'dated' && item.period !== null && open?.kind === 'dated' && item.field === open.field,
  );
  // "send renewals today to customers ending within a week": the date is said elsewhere.
  const openField = open?.kind === 'dated' && !isDated ? open.field : null;
  let isPlaced = false;
  let before: { field: string; direction: Direction } | null = null;
  for (const item of items) {
    if (item.kind === 'now') result.schedule = { kind: 'now' };
    else if (item.kind === 'dated' && item.period) {
      before = { field: item.field, direction: item.direction };
      place(result, item, { ...before, period: item.period }, sight);
    } else if (item.kind === 'period' && item.period && before && !item.time && isFurther(items, item)) {
      const year = yearSaid(items, item);
      place(result, item, { ...before, period: year ? inYear(item.period, year) : item.period }, sight);
    } else if (item.kind === 'period' && item.period && before && !item.time && isJoined(items, item))
      place(result, item, { ...before, period: item.period }, sight);
    else if (item.kind === 'period' && isSchedule(item, openField)) {
      if (isInstead(items, item)) continue;
      const other = otherTime(items, item);
      if (isRuledOut(items, item) || endsHours(items, item))
        result.problems.push({ text: item.text, why: 'unplaced' });
      else if (other) result.problems.push({ text: `${other.text}” and “${item.text}`, why: 'two' });
      else send(result, item, sight);
    } else if (item.kind === 'period' && isBehindSendIt(items, item)) {
      result.problems.push({ text: item.text, why: 'unplaced' });
    } else if (item.kind === 'period') {
      const field = isNearBound(item.period) ? openField : (openField ?? sight.field);
      isPlaced ||= field === openField;
      if (field && item.period)
        place(result, item, { field, direction: directionOf(items), period: item.period }, sight);
      else result.problems.push({ text: item.text, why: 'unplaced' });
    } else if (item.kind !== 'dated') result.items.push(item);
  }
  const isSaid = items.some(
    (item) => item.kind === 'dated' && item.field === openField && item.period !== null,
  );
  if (openField && !isPlaced && !isSaid) result.open.push(openField);
  return result;
}

/** "cafés that in December do not expire": what is ruled out is the December before it. */
function withNegationBefore(items: readonly Item[]): readonly Item[] {
  const isPassed = (item: Item): boolean => isWord(item, 'skip');
  const verb = items.findIndex((item) => item.kind === 'dated' && item.period === null);
  const not = items.slice(0, Math.max(0, verb)).findLastIndex((item) => !isPassed(item));
  if (not < 1 || !isWord(items[not], 'operators', 'not')) return items;
  const period = items.slice(0, not).findLastIndex((item) => !isPassed(item));
  const item = items[period];
  if (item?.kind !== 'period' || item.time !== null) return items;
  return [...items.slice(0, period), items[not]!, ...items.slice(period, not), ...items.slice(not + 1)];
}

/** "expired in July or August", "expiring today or tomorrow"; but "in December, tomorrow" says when to send. */
function isJoined(items: readonly Item[], item: Item & PeriodItem): boolean {
  const at = items.indexOf(item);
  const isLink = (one: Item | undefined): boolean =>
    isWord(one, 'operators', 'and', 'or') || [',', '/'].includes(one?.text ?? '');
  const earlier = items.slice(0, at).findLast((one) => !isLink(one));
  if (!isLink(items[at - 1]) || (earlier?.kind !== 'dated' && earlier?.kind !== 'period')) return false;
  return item.period === null || !isDay(item.period) || (earlier.period !== null && isDay(earlier.period));
}

/** "in 2027 but not before September": a bound of the date that was said. */
function isFurther(items: readonly Item[], item: Item & PeriodItem): boolean {
  if (!item.period || !('inner' in item.period)) return false;
  const at = items.indexOf(item);
  const links = items.slice(Math.max(0, at - 3), at);
  return (
    ['month', 'quarter', 'half', 'year'].includes(item.period.inner.kind) &&
    links.some((one) => isWord(one, 'operators', 'and', 'but') || one.text === ',')
  );
}

/** The year of the date before, where it was said alone. */
const yearSaid = (items: readonly Item[], item: Item): number | null => {
  const dated = items.slice(0, items.indexOf(item)).findLast(({ kind }) => kind === 'dated');
  return dated?.kind === 'dated' && dated.period?.kind === 'year' ? dated.period.year : null;
};

const inYear = (period: Period, year: number): Period =>
  'inner' in period
    ? { ...period, inner: inYear(period.inner, year) }
    : 'year' in period && period.year === null
      ? ({ ...period, year } as Period)
      : period;

const directionOf = (items: readonly Item[]): Direction =>
  items.some((item) => item.kind === 'word' && item.senses.some(({ value }) => value.endsWith(':past'))) ||
  items.some((item) => item.kind === 'clause' && item.facet === 'contract_status')
    ? 'past'
    : 'future';

/** "not before Monday", "by tomorrow" speak of sending as likely as of contracts. */
const isNearBound = (period: Period | null): boolean =>
  period !== null && 'inner' in period && ['day', 'weekday'].includes(period.inner.kind);

function send(result: Moments, item: Item & PeriodItem, sight: Sight): void {
  const sent = scheduleOf(item, sight);
  if ('why' in sent) result.problems.push({ text: item.text, why: sent.why });
  else result.schedule = sent.schedule;
}

function place(
  result: Moments,
  item: Item,
  { field, direction, period }: { field: string; direction: Direction; period: Period },
  { today }: Sight,
): void {
  const range = resolvePeriod(period, { today, direction, isBounded: field === 'contract_end' });
  if (!range || (range.from && range.to && range.from > range.to)) {
    result.problems.push({ text: item.text, why: 'impossible' });
    return;
  }
  result.ranges.push(rangeWords(item.text, range));
  const clause = clauseItem(field, { op: 'between', field, ...range });
  const other = oppositeOf(period);
  const opposite = other && resolvePeriod(other, { today, direction, isBounded: field === 'contract_end' });
  result.items.push({
    ...clause,
    ...(opposite ? { opposite: { op: 'between', field, ...opposite } } : {}),
    start: item.start,
    end: item.end,
    text: item.text,
  });
}

/** What is not before is from then on, and what is not after is until then. */
function oppositeOf(period: Period): Period | null {
  if (!('inner' in period)) return null;
  const kind = ({ before: 'from', from: 'before', after: 'by', by: 'after' } as const)[period.kind];
  return { kind, inner: period.inner };
}

/** "expiring in October: 1 October 2027 to 31 October 2027" */
function rangeWords(text: string, { from, to }: DateRange): string {
  const [start, end] = [from && formatDate(from), to && formatDate(to)];
  const dates =
    start && end ? (start === end ? start : `${start} to ${end}`) : start ? `from ${start}` : `until ${end}`;
  return `${text.trim()}: ${dates}`;
}
