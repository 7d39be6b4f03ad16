// When: periods by themselves, days with a clock time, and now. What a period is about is decided later.
import { type Found, phraseAt, type Reader, skipWords, valueAt } from '../reader.ts';
import { isDay, type Period } from '../time/period.ts';
import { readPeriod } from '../time/read-period.ts';
import type { Recognised } from './recogniser.ts';

type Clock = 'local' | 'ours' | null;

/** "tomorrow at 9am their time", "on Monday", "in October", "9:30", "now" in any order of day, time and zone. */
export function recogniseMoment(reader: Reader, at: number): Recognised | null {
  const clock = valueAt(reader, at, 'clock');
  if (clock?.value === 'now') return { item: { kind: 'now' }, end: clock.end };
  let period = null as Period | null;
  let time: string | null = null;
  let zone: Clock = null;
  let isPart = false;
  // "same day, 16:00": the hour of the day that is planned.
  const isSameDay = reader.input.thread.campaign !== null && isSaid(reader, at, ['same', 'day']);
  let end = isSameDay ? at + 2 : at;
  for (;;) {
    const isFirst = end === at;
    if (isSameDay && period !== null) return null;
    // A mark before it belongs to what came before: "November, December or January".
    const next = skipWords(reader, end, ['at', 'on', 'for', 'the', 'in', ...(isFirst ? [] : [','])]);
    const said: Found<Period> | null =
      period === null ? (readPeriod(reader, end) ?? readPeriod(reader, next)) : null;
    const hour: Found<string> | null =
      time === null
        ? (readTime(reader, end, !isFirst || reader.tokens[at]?.word === 'at') ??
          (period?.kind === 'weekday' || period?.kind === 'day' ? lastHour(reader, end) : null))
        : isPart
          ? hourOfPart(reader, end, time)
          : null;
    // ", tonight at 10pm": the hour is read past the mark, and the day with it.
    const isBoth: boolean = said === null && period === null && hour !== null;
    const both: Found<Period> | null = isBoth ? readPeriod(reader, skipWords(reader, end, [','])) : null;
    const day: Found<Period> | null = both && both.end === hour!.end ? both : said;
    const whose: Found<Clock> | null =
      zone === null && (time !== null || period !== null) ? readClock(reader, next) : null;
    const furthest: number = Math.max(day?.end ?? 0, hour?.end ?? 0, whose?.end ?? 0);
    if (furthest === 0) break;
    // "tonight" is both.
    if (day?.end === furthest) period = day.value;
    if (hour?.end === furthest) {
      isPart =
        time === null && valueAt(reader, skipWords(reader, end, ['at', ',']), 'dayParts')?.end === hour.end;
      time = hour.value;
    } else if (day?.end !== furthest) zone = whose!.value;
    end = furthest;
  }
  if (period && isDay(period) && !time && isPossessive(reader, end))
    return { item: { kind: 'word', senses: [{ kind: 'skip', value: 'filler' }] }, end };
  return period || time ? { item: { kind: 'period', period, time, clock: zone }, end } : null;
}

const isSaid = ({ tokens }: Reader, at: number, words: readonly string[]): boolean =>
  words.every((word, i) => tokens[at + i]?.word === word);

/** "friday 10", "tomorrow 10", of what is planned: an hour of work at the very end. */
function lastHour(reader: Reader, at: number): Found<string> | null {
  const { tokens, input } = reader;
  const [token] = tokens.slice(at);
  const isLast = tokens
    .slice(at + 1)
    .every(({ word }) => ['please', 'pls', 'then', 'instead', '.', '!'].includes(word));
  const hour = /^\d{1,2}$/.test(token?.text ?? '') ? Number(token!.text) : Number.NaN;
  if (!input.thread.campaign || tokens.length > 6 || !isLast || !(hour >= 7 && hour <= 20)) return null;
  return { value: `${String(hour).padStart(2, '0')}:00`, end: at + 1 };
}

/** "Saturday's outage" is of that day; it says not when to send. */
const isPossessive = ({ tokens }: Reader, end: number): boolean => /['’]s$/.test(tokens[end - 1]?.text ?? '');

/** "their time", "our time", "Bangkok time" where that is ours. */
function readClock(reader: Reader, at: number): Found<Clock> | null {
  const named = valueAt(reader, at, 'clock');
  if (named && named.value !== 'now') return { value: named.value as Clock, end: named.end };
  const city = reader.input.timeZone.split('/').at(-1)?.toLowerCase().replaceAll('_', ' ') ?? '';
  const words = city.split(' ');
  const isOurs =
    words.every((word, i) => reader.tokens[at + i]?.word === word) &&
    reader.tokens[at + words.length]?.word === 'time';
  return isOurs ? { value: 'ours', end: at + words.length + 1 } : null;
}

/** "9am", "9:30 pm", "14:00", "at 9", "noon" as HH:MM. A bare hour counts only after "at" or a day. */
function readTime(reader: Reader, at: number, isExpected: boolean): Found<string> | null {
  const start = skipWords(reader, at, ['at', 'around', 'about', ',']);
  const part = valueAt(reader, start, 'dayParts');
  const spelled = spelledHour(reader, start, isExpected && start > at);
  if (spelled) return withDayPart(reader, spelled);
  const match = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(reader.tokens[start]?.text ?? '');
  if (!match) return part && { value: part.value, end: part.end };
  const suffix = suffixOf(reader, start + 1);
  const isPlain = match[2] === undefined && !suffix;
  const isClocked =
    isExpected && Number(match[1]) > 0 && (valueAt(reader, start + 1, 'clock')?.value ?? 'now') !== 'now';
  if (isPlain && !isClocked && !(isExpected && start > at && endsHere(reader, start + 1))) return null;
  const clock = { hour: Number(match[1]), minute: Number(match[2] ?? 0), suffix: suffix?.value ?? null };
  return withDayPart(reader, { value: clock, end: suffix?.end ?? start + 1 });
}

/** "Monday afternoon at 3": the hour of the part of the day that was said. */
function hourOfPart(reader: Reader, at: number, part: string): Found<string> | null {
  const hour = readTime(reader, skipWords(reader, at, [',']), true);
  if (!hour || hour.value.slice(0, 2) > '12') return hour;
  const isLate = part > '12:00' && hour.value < '12:00';
  return {
    ...hour,
    value: isLate ? `${Number(hour.value.slice(0, 2)) + 12}${hour.value.slice(2)}` : hour.value,
  };
}

type Suffix = 'am' | 'pm' | 'clock';
type Said = { hour: number; minute: number; suffix: Suffix | null };

/** "at 3 in the afternoon": the part of the day says which three. */
function withDayPart(reader: Reader, { value, end }: Found<Said>): Found<string> | null {
  const ofDay = valueAt(reader, end, 'dayParts');
  const isLate = ofDay !== null && ofDay.value > '12:00';
  const time = clockTime(value.hour, value.minute, isLate ? 'pm' : value.suffix);
  // "at 10 tonight" says the day as well, which is read next.
  const isDaySaid = ofDay !== null && readPeriod(reader, end)?.end === ofDay.end;
  return time === null ? null : { value: time, end: isDaySaid ? end : (ofDay?.end ?? end) };
}

const PAST: readonly (readonly [readonly string[], number])[] = [
  [['half', 'past'], 30],
  [['quarter', 'past'], 15],
  [['quarter', 'to'], -15],
];

/** "at nine", "half past ten", "quarter to 3 pm" */
function spelledHour(reader: Reader, at: number, isExpected: boolean): Found<Said> | null {
  const start = skipWords(reader, at, ['a']);
  const past = PAST.find(([words]) => words.every((word, i) => reader.tokens[start + i]?.word === word));
  const number = past ? start + past[0].length : at;
  const isDigit = reader.tokens[number]?.kind === 'number';
  const word = isDigit ? null : valueAt(reader, number, 'numbers');
  const hour = isDigit ? Number(reader.tokens[number]!.text) : Number(word?.value ?? 0);
  const end = word?.end ?? number + 1;
  if (!Number.isInteger(hour) || hour < 1 || hour > 12 || (isDigit && !past)) return null;
  const suffix = suffixOf(reader, end);
  if (!past && !suffix && !(isExpected && endsHere(reader, end))) return null;
  const minutes = hour * 60 + (past?.[1] ?? 0);
  return {
    value: { hour: Math.floor(minutes / 60), minute: minutes % 60, suffix: suffix?.value ?? null },
    end: suffix?.end ?? end,
  };
}

function suffixOf({ tokens }: Reader, at: number): Found<Suffix> | null {
  const word = tokens[at]?.word;
  if (word === 'am' || word === 'pm') return { value: word, end: at + 1 };
  const next = tokens[at + 1];
  const spaced = `${word}${next?.text === '.' ? '' : (next?.word ?? '')}`;
  if (spaced === 'am' || spaced === 'pm') return { value: spaced, end: at + 2 };
  if (word === 'o' || word === 'oclock' || word === 'o clock')
    return { value: 'clock', end: word === 'o' ? at + 2 : at + 1 };
  return word === 'hrs' || word === 'h' ? { value: 'clock', end: at + 1 } : null;
}

const endsHere = (reader: Reader, at: number): boolean =>
  !phraseAt(reader, at, 'units', 'months', 'currencies') && reader.tokens[at]?.kind !== 'number';

function clockTime(hour: number, minute: number, suffix: Suffix | null): string | null {
  if (suffix === 'pm' && hour < 12) hour += 12;
  if (suffix === 'am' && hour === 12) hour = 0;
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
