// When a brief wants its messages to go out: what it says of sending, never of that of which it tells.
import type { Schedule } from '../../../core/campaigns/draft.ts';
import { addDays, plainDate } from '../../../lib/dates.ts';
import { readItems } from '../read-items.ts';
import { resolvePeriod } from '../time/period.ts';
import type { PlannerInput } from '../types.ts';
import { AHEAD } from './ahead.ts';
import { frameOf } from './frame-of.ts';
import type { Brief, Statement } from './read-brief.ts';

export type Time = { schedule: Schedule; from: readonly Statement[]; ranges: readonly string[] };
type Known = { input: PlannerInput; topic: string | null };

/** Null where nothing says when. */
export function readTime({ labelled, statements }: Brief, { input, topic }: Known): Time | null {
  if (labelled.when)
    return (
      timeOf(`send it ${labelled.when}`, { input, from: [] }) ??
      firstDayOf({ frame: frameOf(labelled.when, input) }, input)
    );
  for (const one of statements) {
    const week = weekBefore(one, input);
    if (week) return week;
    const ahead = aheadOf(one, { input, topic });
    if (ahead) return ahead;
  }
  const told = statements.find((one) => SENDING.test(one.text) && one.frame.schedule && !isTold(one, topic));
  if (told) return { schedule: told.frame.schedule!, from: [told], ranges: told.frame.moments.ranges };
  for (const one of statements.filter((said) => isOnlyTime(said) && !isTold(said, topic))) {
    const found = timeOf(`send it ${one.text}`, { input, from: [one] }) ?? firstDayOf(one, input);
    if (found) return found;
  }
  return null;
}

function timeOf(
  text: string,
  { input, from }: { input: PlannerInput; from: readonly Statement[] },
): Time | null {
  const { schedule, moments } = frameOf(text, input);
  return schedule && moments.problems.length === 0 ? { schedule, from, ranges: moments.ranges } : null;
}

/** “Next week”, “in January”: on its first working day. */
function firstDayOf(said: Pick<Statement, 'frame'> & Partial<Statement>, input: PlannerInput): Time | null {
  const item = readItems(said.frame.reader).find(({ kind }) => kind === 'period');
  if (item?.kind !== 'period' || !item.period) return null;
  const { from = null } = resolvePeriod(item.period, { today: input.today, direction: 'future' }) ?? {};
  if (!from || from <= input.today) return null;
  const weekday = plainDate(from).dayOfWeek;
  const date = weekday < 6 ? from : addDays(from, 8 - weekday);
  return {
    schedule: { kind: 'local', date, time: '10:00' },
    from: said.text === undefined ? [] : [said as Statement],
    ranges: [],
  };
}

const SENDING =
  /\b(?:send|sent|start(?:s|ing)?|launch|go(?:es)? out|begin|schedule|mail out|inform|tell|remind|invite|write|am|el|le)\b|ส่ง|แจ้ง|送|发/i;

/** The day belongs to what is told. */
const isTold = ({ frame }: Statement, topic: string | null): boolean => {
  if (topic === null) return false;
  if (/[\p{Script=Han}\p{Script=Hiragana}]/u.test(topic) && /\d/.test(topic)) return true;
  const day = frame.schedule?.kind === 'local' ? String(plainDate(frame.schedule.date).day) : null;
  const numbers = frame.reader.tokens.filter(({ kind }) => kind === 'number').map(({ text }) => text);
  // Of several days the one that it goes out on may be another than those that are told.
  if (day && numbers.includes(day)) return ` ${topic} `.includes(` ${day} `);
  return frame.items.length > 0 && numbers.some((text) => ` ${topic} `.includes(` ${text} `));
};

const isOnlyTime = ({ text, who, isGoal, frame }: Statement): boolean =>
  !who &&
  !isGoal &&
  !/\b(?:deadline|until|till|valid|before|by)\b/i.test(text) &&
  (frame.schedule !== null || /^(?:next|this|on|in|at)\b/i.test(text)) &&
  text.split(/\s+/).length <= 8;

/** “The week before Christmas”: a week before that day. */
function weekBefore(statement: Statement, input: PlannerInput): Time | null {
  const day = /\b(?:in\s+)?the\s+week\s+before\s+(?<day>[^.,;]+)/i.exec(statement.text)?.groups?.day;
  const told = day ? frameOf(`send it on ${day}`, input).schedule : null;
  if (told?.kind !== 'local') return null;
  const date = addDays(told.date, -7);
  return date > input.today
    ? { schedule: { kind: 'local', date, time: '10:00' }, from: [statement], ranges: [] }
    : null;
}

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
const DAY = /\b\d{1,2}\.?\s+\p{L}{3,}(?:\s+20\d\d)?/u;
const DAY_LAST = /\p{Lu}\p{L}{2,}\s+\d{1,2}\b(?:,?\s+20\d\d)?/u;
const UNIT_DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30 };

/** “four weeks ahead”, of the day that is told of. */
function aheadOf(statement: Statement, { input, topic }: Known): Time | null {
  const [, count = '', unit = ''] = AHEAD.exec(statement.text) ?? [];
  if (!unit || !topic) return null;
  const day = DAY.exec(topic)?.[0] ?? DAY_LAST.exec(topic)?.[0];
  const told = day ? frameOf(`send it on ${day}`, input).schedule : null;
  if (told?.kind !== 'local') return null;
  const number = Number(count) || Math.max(1, NUMBERS.indexOf(count.toLowerCase()) + 1);
  const date = addDays(told.date, -number * UNIT_DAYS[unit.toLowerCase()]!);
  if (plainDate(date).until(plainDate(input.today)).days >= 0) return null;
  return { schedule: { kind: 'local', date, time: '10:00' }, from: [statement], ranges: [] };
}
