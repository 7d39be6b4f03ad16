// "an hour later", "push it by a week", "the quarter after": what stands moves by so much, the hour of sending or the
// dates of the contracts.
import { Temporal } from 'temporal-polyfill';
import type { Filter } from '../../../core/audience/filter.ts';
import type { Schedule } from '../../../core/campaigns/draft.ts';
import { all, isClause, partsOf } from '../filters.ts';
import type { Frame } from '../frame.ts';
import { splitTop, withTop } from '../rank.ts';
import { setTimeLast } from './adjust.ts';
import { calling, onCampaign, type Reading, saying, wordsOf } from './reading.ts';

type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';
/** `isNext`: the whole unit behind what stands, instead of the same stretch so much later. */
type Shift = { count: number; unit: Unit; isNext: boolean };

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  another: 1,
};
const LEAD = String.raw`(?:(?:no|nah|nope|oh|hm+|well|so|but|ok|okay|and|then|actually|rather|better|please|sorry|wait|hang on|hold on|i mean|i meant|let s|lets|let us|can you|can we|could you|just|maybe|perhaps)\s+)*(?:(?:make|move|push|shift|delay|postpone|bring|set|do|send|put|schedule|reschedule|change|have|go)\s+(?:it|that|this|everything|the\s+\w+)?\s*(?:back|forward|out|off|up)?\s*(?:by\s+|to\s+|for\s+|on\s+)?)?`;
const COUNT = String.raw`(?<count>half an|an?|one|two|three|four|five|six|another|\d{1,2})`;
const UNIT = `(?<unit>minute|hour|day|week|month|quarter|year)s?`;
const END = String.raw`(?:\s+(?:please|instead|then|again|rather|after all|at the same time|same time|same hour|thanks|thank you|if possible))*\s*$`;
const BY = new RegExp(
  String.raw`^${LEAD}${COUNT}\s+${UNIT}\s+(?<way>later|earlier|sooner|after|before|forward|back)(?:\s+(?:that|it))?${END}`,
  'iu',
);
const PUSHED = new RegExp(
  String.raw`^(?:(?:please|no|ok|can you|can we|could you|could we|let s|lets|let us|just|actually|sorry|wait)\s+)*(?<verb>push|move|shift|delay|postpone|bring)\s+(?:it|that|this|everything)?\s*(?<way>back|forward|out)?\s*by\s+${COUNT}\s+${UNIT}${END}`,
  'iu',
);
const NEXT = new RegExp(
  String.raw`^${LEAD}(?:in\s+|for\s+)?the\s+(?:following\s+(?<unit>week|month|quarter|year)|(?<other>week|month|quarter|year)\s+(?<way>after|before)(?:\s+that)?)${END}`,
  'iu',
);
const DAY = new RegExp(
  String.raw`^${LEAD}(?:on\s+)?(?:the\s+day\s+(?<way>after|before)(?:\s+(?:that|it))?|the\s+(?:next|following)\s+day|the\s+(?<earlier>previous)\s+day)${END}`,
  'iu',
);

export const readShift: Reading = (frame) => {
  const { campaign, lastFilter } = frame.input.thread;
  const shift = shiftOf(wordsOf(frame));
  if (!shift) return null;
  if (lastFilter) {
    const filter = movedDates(lastFilter, shift);
    if (filter) return calling(frame, [{ name: 'find_customers', args: { filter } }]);
    return shift.isNext ? saying(frame, WHICH) : null;
  }
  const dates = campaign ? movedDates(campaign.draft.filter, shift) : null;
  // "no, the week after" once a time was set.
  const isTime = !shift.isNext || !dates || setTimeLast(frame);
  const schedule = campaign && isTime ? movedSchedule(campaign.draft.schedule, shift, frame) : null;
  const filter = schedule ? null : dates;
  if (!schedule && !filter) {
    if (!campaign) return null;
    return saying(frame, campaign.draft.schedule.kind === 'now' && !shift.isNext ? NO_TIME : WHICH);
  }
  const change = frame.sentence.trim().slice(0, 200);
  return onCampaign(frame, 'edit_campaign', { patch: schedule ? { schedule } : { filter: filter! }, change });
};

const NO_TIME =
  'It has no time yet that could move: it goes out once it is approved. Say when, for instance “on Friday at 10”.';
const WHICH =
  'I cannot tell which dates shall move. Say them as they shall be, for instance “ending in May”.';

function shiftOf(text: string): Shift | null {
  const by = (BY.exec(text) ?? PUSHED.exec(text))?.groups;
  if (by) {
    const isBack =
      /^(?:earlier|sooner|before)$/i.test(by.way ?? '') ||
      (/^bring$/i.test(by.verb ?? '') && by.way === 'forward');
    // "half an hour"
    const isHalf = /^half/i.test(by.count!);
    const count = isHalf ? 30 : (NUMBERS[by.count!.toLowerCase()] ?? Number(by.count));
    if (isHalf && by.unit!.toLowerCase() !== 'hour') return null;
    return {
      count: isBack ? -count : count,
      unit: isHalf ? 'minute' : (by.unit!.toLowerCase() as Unit),
      isNext: false,
    };
  }
  const day = DAY.exec(text);
  if (day) {
    const isBack = day.groups?.way === 'before' || day.groups?.earlier !== undefined;
    return { count: isBack ? -1 : 1, unit: 'day', isNext: false };
  }
  const next = NEXT.exec(text)?.groups;
  const unit = (next?.unit ?? next?.other)?.toLowerCase() as Unit | undefined;
  return unit ? { count: next!.way?.toLowerCase() === 'before' ? -1 : 1, unit, isNext: true } : null;
}

const duration = ({ count, unit }: Shift): Temporal.DurationLike =>
  unit === 'quarter' ? { months: 3 * count } : { [`${unit}s`]: count };

/** Never before today: then it is no shift of what is planned. */
function movedSchedule(schedule: Schedule, shift: Shift, { input }: Frame): Schedule | null {
  if (schedule.kind !== 'local') return null;
  const moved = Temporal.PlainDateTime.from(`${schedule.date}T${schedule.time}`).add(duration(shift));
  const date = moved.toPlainDate().toString();
  return date < input.today
    ? null
    : { kind: 'local', date, time: moved.toPlainTime().toString().slice(0, 5) };
}

type Range = { op: 'between'; field: string; from?: unknown; to?: unknown };
const isDates = (filter: Filter): boolean =>
  isClause(filter) &&
  filter.op === 'between' &&
  typeof filter.from === 'string' &&
  typeof filter.to === 'string';

/** The one stretch of dates in a filter, elsewhere; null where there is none, or several. */
function movedDates(filter: Filter, shift: Shift): Filter | null {
  const { rest, top } = splitTop(filter);
  const parts = partsOf(rest);
  const [only, ...others] = parts.filter(isDates);
  if (!only || others.length > 0 || ['hour', 'minute'].includes(shift.unit)) return null;
  const { field, from, to } = only as Range;
  const range = shift.isNext
    ? nextTo(String(from), String(to), shift)
    : byEach(String(from), String(to), shift);
  const moved: Filter = { op: 'between', field, ...range };
  return withTop(all(parts.map((part) => (part === only ? moved : part))), top);
}

type Dates = { from: string; to: string };

function byEach(from: string, to: string, shift: Shift): Dates {
  const [start, end] = [from, to].map((day) => Temporal.PlainDate.from(day));
  const isWhole = start!.day === 1 && end!.day === end!.daysInMonth;
  const later = end!.add(duration(shift));
  return {
    from: start!.add(duration(shift)).toString(),
    // A stretch of whole months stays one.
    to: (isWhole ? later.with({ day: later.daysInMonth }) : later).toString(),
  };
}

/** The whole week, month, quarter or year behind the stretch, or before it. */
function nextTo(from: string, to: string, { unit, count }: Shift): Dates {
  const day =
    count > 0
      ? Temporal.PlainDate.from(to).add({ days: 1 })
      : Temporal.PlainDate.from(from).subtract({ days: 1 });
  const month = unit === 'quarter' ? day.with({ month: Math.floor((day.month - 1) / 3) * 3 + 1 }) : day;
  const start =
    unit === 'week'
      ? day.subtract({ days: day.dayOfWeek - 1 })
      : unit === 'year'
        ? day.with({ month: 1, day: 1 })
        : month.with({ day: 1 });
  const end = start.add(duration({ unit, count: 1, isNext: true })).subtract({ days: 1 });
  return { from: start.toString(), to: end.toString() };
}
