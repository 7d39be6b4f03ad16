// So many units: "60 days", "two months", "a fortnight", "a few weeks".
import { type Found, type Reader, skipWords, valueAt } from '../reader.ts';
import type { Unit } from './period.ts';

export type Count = { count: number; unit: Unit };

export function readCount(reader: Reader, at: number): Found<Count> | null {
  const half = halfYear(reader, at);
  if (half) return half;
  const token = reader.tokens[at];
  const article = token?.word === 'a' || token?.word === 'an' ? valueAt(reader, at + 1, 'units') : null;
  if (article) return { value: { count: 1, unit: article.value as Unit }, end: article.end };
  const single = skipWords(reader, at, ['a', 'one']);
  if (reader.tokens[single]?.word === 'fortnight')
    return { value: { count: 2, unit: 'week' }, end: single + 1 };
  const number = numberAt(reader, at);
  const unit = number && valueAt(reader, skipWords(reader, number.end, CALENDAR), 'units');
  return unit && { value: { count: number!.value, unit: unit.value as Unit }, end: unit.end };
}

/** "half a year", "a year and a half" */
function halfYear({ tokens }: Reader, at: number): Found<Count> | null {
  const said = (phrase: string) => phrase.split(' ').every((word, i) => tokens[at + i]?.word === word);
  const found = HALVES.find(([phrase]) => said(phrase));
  return found ? { value: { count: found[1], unit: 'month' }, end: at + found[0].split(' ').length } : null;
}

const HALVES = [
  ['half a year', 6],
  ['a half year', 6],
  ['a year and a half', 18],
  ['one and a half years', 18],
  ['two and a half years', 30],
] as const;

// A working day is no calendar day: that is for the person to say.
const CALENDAR = ['calendar', 'full', 'whole', 'more'];

/** A whole number, written or spelled. */
export function numberAt(reader: Reader, at: number): Found<number> | null {
  const token = reader.tokens[at];
  const spelled = token?.kind === 'number' ? null : valueAt(reader, at, 'numbers');
  const count = token?.kind === 'number' ? Number(token.text) : Number(spelled?.value ?? Number.NaN);
  if (!Number.isInteger(count) || count < 1 || count > 3650) return null;
  return { value: count, end: spelled?.end ?? at + 1 };
}
