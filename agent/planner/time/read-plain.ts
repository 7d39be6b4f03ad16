// A stretch or a day without a bound, and what may stand beside it without changing it.
import { type Found, type Reader, skipWords } from '../reader.ts';
import type { Period } from './period.ts';
import { readDay, readWeekday } from './read-day.ts';
import { readHoliday } from './read-holiday.ts';
import { readSlice } from './read-slice.ts';
import { readStretch } from './read-stretch.ts';

const LEADS = ['the', 'in', 'on', 'during', 'at', 'of', 'any', 'anytime', 'sometime', 'time', 'around'];

export function readPlain(reader: Reader, at: number): Found<Period> | null {
  const start = skipWords(reader, afterAsides(reader, at), LEADS);
  const found =
    readSlice(reader, start, readPlain) ??
    readPartly(reader, start) ??
    // "next week on Tuesday" is one day of it.
    longer(readStretch(reader, start), readWeekday(reader, start)) ??
    readHoliday(reader, start) ??
    readDay(reader, start);
  return found && { ...found, end: afterAsides(reader, found.end) };
}

const longer = (one: Found<Period> | null, other: Found<Period> | null): Found<Period> | null =>
  one && other && other.end > one.end ? other : one;

/** "later this month", "earlier this year": the side of today is known from what is said to happen. */
function readPartly(reader: Reader, at: number): Found<Period> | null {
  const isPart = ['later', 'earlier'].includes(reader.tokens[at]?.word ?? '');
  const found = isPart ? readStretch(reader, skipWords(reader, at + 1, ['in'])) : null;
  return found?.value.kind === 'calendar' && found.value.offset === 0 ? found : null;
}

/** "this year so far", "year to date": what has happened ends today anyhow. */
function afterAsides({ tokens }: Reader, at: number): number {
  const next = `${tokens[at]?.word} ${tokens[at + 1]?.word}`;
  return next === 'so far' || next === 'to date' ? at + 2 : at;
}
