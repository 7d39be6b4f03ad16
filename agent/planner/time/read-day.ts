// One calendar day: "31 October", "Oct 31st 2027", "2027-10-31", "31/10/2027", "the 15th", "tomorrow", "next Tuesday".
import { ownValue } from '../../../lib/own-value.ts';
import { type Found, phraseAt, type Reader, skipWords, valueAt } from '../reader.ts';
import type { Period } from './period.ts';
import { readYear } from './read-year.ts';

export function readDay(reader: Reader, at: number): Found<Period> | null {
  return (
    readIso(reader, at) ??
    readSlashed(reader, at) ??
    readYearSlashed(reader, at) ??
    readShortSlashed(reader, at) ??
    readDayMonth(reader, at) ??
    readMonthDay(reader, at) ??
    readNear(reader, at) ??
    readWeekday(reader, at) ??
    readOrdinal(reader, at)
  );
}

type Day = { day: number; month: number; year: number | null };
const dated = ({ day, month, year }: Day, end: number): Found<Period> => ({
  value: { kind: 'date', day, month, year },
  end,
});

function readIso({ tokens }: Reader, at: number): Found<Period> | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(tokens[at]?.text ?? '');
  return match && dated({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }, at + 1);
}

/** Day first, as everywhere but in one country; a month above 12 shows that it was the other way round. */
function readSlashed({ tokens }: Reader, at: number): Found<Period> | null {
  const match = /^(\d{1,2})[./](\d{1,2})[./](\d{2}|\d{4})$/.exec(tokens[at]?.text ?? '');
  if (!match) return null;
  const [first, second] = [Number(match[1]), Number(match[2])];
  const year = match[3]!.length === 2 ? 2000 + Number(match[3]) : Number(match[3]);
  return dated(
    second > 12 ? { day: second, month: first, year } : { day: first, month: second, year },
    at + 1,
  );
}

/** "2026/12/31" */
function readYearSlashed({ tokens }: Reader, at: number): Found<Period> | null {
  const parts = tokens.slice(at, at + 5).map(({ text }) => text);
  const match = /^(20\d\d)[/.](\d{1,2})[/.](\d{1,2})$/.exec(parts.join(''));
  if (!match || parts.length < 5) return null;
  return dated({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }, at + 5);
}

/** "24/12", "by 24.12." where a date is expected; elsewhere it may be a clock time or anything else. */
function readShortSlashed(reader: Reader, at: number): Found<Period> | null {
  const { tokens } = reader;
  const isOne = /^\d{1,2}\.\d{2}$/.test(tokens[at]?.text ?? '');
  const end = isOne ? at + 1 : at + 3;
  const written = tokens
    .slice(at, end)
    .map(({ text }) => text)
    .join('');
  const match = /^(\d{1,2})[/.](\d{1,2})$/.exec(written);
  if (!match || !isDateExpected(reader, at)) return null;
  const [first, second] = [Number(match[1]), Number(match[2])];
  const [day, month] = second > 12 ? [second, first] : [first, second];
  if (day < 1 || day > 31 || month < 1 || month > 12) return null;
  const isDotted = written.includes('.') && tokens[end]?.text === '.';
  return dated({ day, month, year: null }, isDotted ? end + 1 : end);
}

/** "on", "by", "between … and", "ends": a date follows. */
function isDateExpected(reader: Reader, at: number): boolean {
  const before = reader.tokens[at - 1]?.word ?? '';
  if (
    ['on', 'by', 'until', 'before', 'after', 'since', 'from', 'between', 'till', 'than', 'to'].includes(
      before,
    )
  )
    return true;
  if (['and', '-', '–'].includes(before))
    return reader.tokens.slice(0, at).some(({ word }) => ['between', 'from'].includes(word));
  return at > 0 && phraseAt(reader, at - 1, 'dateWords')?.end === at;
}

/** A day of the month at `at`, with or without "st", "nd", "rd", "th". */
function readNumber({ tokens }: Reader, at: number): Found<{ day: number; isOrdinal: boolean }> | null {
  const text = tokens[at]?.text ?? '';
  if (!/^\d{1,2}$/.test(text)) return null;
  const day = Number(text);
  const isOrdinal = ['st', 'nd', 'rd', 'th'].includes(tokens[at + 1]?.word ?? '');
  return day >= 1 && day <= 31 ? { value: { day, isOrdinal }, end: isOrdinal ? at + 2 : at + 1 } : null;
}

const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

/** "the first of December": only where a month follows. */
function readSpelled({ tokens }: Reader, at: number): ReturnType<typeof readNumber> {
  const day = ORDINALS.indexOf(tokens[at]?.word ?? '') + 1;
  return day > 0 && tokens[at + 1]?.word === 'of' ? { value: { day, isOrdinal: true }, end: at + 1 } : null;
}

function readDayMonth(reader: Reader, at: number): Found<Period> | null {
  const day = readNumber(reader, at) ?? readSpelled(reader, at);
  // "31. Dezember"
  const month = day && valueAt(reader, skipWords(reader, day.end, ['of', '.']), 'months');
  if (!day || !month) return null;
  const year = readYear(reader, month.end);
  return dated(
    { day: day.value.day, month: Number(month.value), year: year?.value ?? null },
    year?.end ?? month.end,
  );
}

function readMonthDay(reader: Reader, at: number): Found<Period> | null {
  const month = valueAt(reader, at, 'months');
  const day = month && readNumber(reader, skipWords(reader, month.end, ['the']));
  if (!month || !day) return null;
  const comma = reader.tokens[day.end]?.text === ',' ? day.end + 1 : day.end;
  const year = readYear(reader, comma);
  return dated(
    { day: day.value.day, month: Number(month.value), year: year?.value ?? null },
    year?.end ?? day.end,
  );
}

const NEAR: Record<string, number> = { today: 0, tonight: 0, tomorrow: 1, tmr: 1, tmrw: 1, yesterday: -1 };
const OF_TODAY = ['this morning', 'this afternoon', 'this arvo', 'this evening'];

function readNear({ tokens }: Reader, at: number): Found<Period> | null {
  const words = tokens.slice(at, at + 3).map(({ word }) => word);
  if (words.join(' ') === 'day after tomorrow') return { value: { kind: 'day', offset: 2 }, end: at + 3 };
  if (OF_TODAY.includes(words.slice(0, 2).join(' ')))
    return { value: { kind: 'day', offset: 0 }, end: at + 2 };
  const offset = ownValue(NEAR, words[0] ?? '');
  return offset === undefined ? null : { value: { kind: 'day', offset }, end: at + 1 };
}

export function readWeekday(reader: Reader, at: number): Found<Period> | null {
  // "renewals ending next week, on Monday" is two times.
  const isOpening = at === 0 || reader.tokens[at]?.isTranslated === true;
  const said = (isOpening ? weekOf(reader, at) : null) ?? valueAt(reader, at, 'relatives');
  const weekday = valueAt(reader, said ? skipWords(reader, said.end, ['on']) : at, 'weekdays');
  if (!weekday) return null;
  // "Tuesday next week", "next week on Tuesday"
  const week = said ? null : weekOf(reader, skipWords(reader, weekday.end, [',', 'of', 'in']));
  const relative = said ?? week;
  // "Wednesday 25 November", "Friday, the 27th": the date says which one.
  const behind = skipWords(reader, weekday.end, [',', 'the']);
  const date = readDayMonth(reader, behind) ?? readMonthDay(reader, behind) ?? readOrdinal(reader, behind);
  if (date && !week && (relative === null || date.value.kind === 'date')) return date;
  const isComing = relative !== null && reader.tokens[relative.end - 1]?.word === 'coming';
  const value = {
    kind: 'weekday' as const,
    weekday: Number(weekday.value),
    // "this coming Tuesday" is the nearest one.
    relative: (isComing ? null : (relative?.value ?? null)) as 'this' | 'next' | 'last' | null,
  };
  return { value, end: week?.end ?? weekday.end };
}

/** "next week", "this week" */
function weekOf(reader: Reader, at: number): Found<'this' | 'next' | 'last'> | null {
  const relative = valueAt(reader, at, 'relatives');
  const isWeek = relative !== null && reader.tokens[relative.end]?.word === 'week';
  return isWeek ? { value: relative.value as 'this' | 'next' | 'last', end: relative.end + 1 } : null;
}

function readOrdinal(reader: Reader, at: number): Found<Period> | null {
  const day = readNumber(reader, at);
  if (!day?.value.isOrdinal || countsTheirs(reader, at, day.end)) return null;
  const of = monthsAway(reader, day.end);
  return { value: { kind: 'dayOfMonth', day: day.value.day, ...of?.value }, end: of?.end ?? day.end };
}

/** "on their 10th anniversary": one of theirs, and no day. */
const countsTheirs = ({ tokens }: Reader, at: number, end: number): boolean =>
  /^(?:their|our|its|his|her|your|my)$/.test(tokens[at - 1]?.word ?? '') ||
  /^(?:anniversary|birthday|year|edition|jubilee|contract|renewal|zone|floor|time|visit|order)$/.test(
    tokens[end]?.stem ?? '',
  );

/** "(of) this month", "of the month", "next month" */
function monthsAway(reader: Reader, at: number): Found<{ months?: number }> | null {
  const start = skipWords(reader, at, ['of', 'the', 'in']);
  const relative = valueAt(reader, start, 'relatives');
  if (reader.tokens[relative?.end ?? start]?.word !== 'month') return null;
  if (!relative) return start > at ? { value: {}, end: start + 1 } : null;
  return { value: { months: { this: 0, next: 1, last: -1 }[relative.value]! }, end: relative.end + 1 };
}
