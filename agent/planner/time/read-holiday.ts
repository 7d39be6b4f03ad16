// Days that have a name. Only where a date is expected: elsewhere "Christmas" is what a greeting is about.
import { ownValue } from '../../../lib/own-value.ts';
import { type Found, phraseAt, type Reader } from '../reader.ts';
import type { Period } from './period.ts';

const FIXED: Record<string, readonly [month: number, day: number]> = {
  'new year eve': [12, 31],
  'new year day': [1, 1],
  'new year': [1, 1],
  nye: [12, 31],
  'christmas eve': [12, 24],
  'christmas day': [12, 25],
  christmas: [12, 25],
  xmas: [12, 25],
  'boxing day': [12, 26],
  'valentine day': [2, 14],
  valentine: [2, 14],
  songkran: [4, 13],
  'labour day': [5, 1],
  'labor day': [5, 1],
  halloween: [10, 31],
};
const MOVABLE: Record<string, 'easter' | 'lunar-new-year' | 'thanksgiving'> = {
  'easter sunday': 'easter',
  easter: 'easter',
  'lunar new year': 'lunar-new-year',
  'chinese new year': 'lunar-new-year',
  cny: 'lunar-new-year',
  tet: 'lunar-new-year',
  thanksgiving: 'thanksgiving',
};
const LONGEST = 3;

export function readHoliday(reader: Reader, at: number): Found<Period> | null {
  if (!isExpected(reader, at)) return null;
  for (let end = Math.min(reader.tokens.length, at + LONGEST); end > at; end--) {
    const name = reader.tokens
      .slice(at, end)
      .map(({ word }) => word)
      .join(' ');
    const fixed = ownValue(FIXED, name);
    if (fixed) return { value: { kind: 'date', month: fixed[0], day: fixed[1], year: null }, end };
    const holiday = ownValue(MOVABLE, name);
    if (holiday) return { value: { kind: 'holiday', holiday }, end };
  }
  return null;
}

/** "by Christmas", "expiring on New Year's Eve", "between now and Easter". */
function isExpected(reader: Reader, at: number): boolean {
  const { tokens } = reader;
  const before = tokens[at - 1]?.word === 'the' ? at - 2 : at - 1;
  const word = tokens[before]?.word ?? '';
  if (['and', 'to', '-', '–'].includes(word))
    return tokens.slice(0, before).some((token) => ['between', 'from'].includes(token.word));
  return word === 'on' || closesBound(reader, before + 1);
}

/** A bound or a date word ends right before `end`: "by", "no later than", "expiring". */
const closesBound = (reader: Reader, end: number): boolean =>
  [1, 2, 3].some(
    (back) =>
      end - back >= 0 &&
      phraseAt({ ...reader, tokens: reader.tokens.slice(0, end) }, end - back, 'bounds', 'dateWords')?.end ===
        end,
  );
