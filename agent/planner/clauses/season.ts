// "since spring, say since 1 March", "before summer, so by the end of May": a season that is said in dates right behind
// it. The dates count; a season by itself differs from place to place and is asked about.
import { readItems } from '../read-items.ts';
import { type Reader, skipWords } from '../reader.ts';
import { isDay } from '../time/period.ts';
import type { Token } from '../tokens.ts';

const SEASONS = new Set(['spring', 'summer', 'summertime', 'autumn', 'fall', 'winter', 'wintertime']);
const BEFORE = [...'the early late mid this next last coming'.split(' ')];
const BOUNDS = [...'in during since before after by until till from over for of'.split(' ')];
const BEHIND =
  'season time began begins starts started ends ended comes came is here over so say i e ie mean meaning that which namely and specifically let us call it to be exact precise'.split(
    ' ',
  );
const EXPLAINING = new Set([
  'say',
  'so',
  'i',
  'ie',
  'mean',
  'meaning',
  'which',
  'namely',
  'specifically',
  'exact',
  'precise',
  'call',
  'that',
]);
const MARKS = [',', '(', ':', '-', '–', '—', '?', '.', '…', '=', ';'];

export function withoutSeason(reader: Reader): readonly Token[] {
  const { tokens } = reader;
  const at = tokens.findIndex(({ word }) => SEASONS.has(word));
  const first = at < 0 ? 0 : startOf(tokens, at);
  if (at < 0 || first === at) return tokens;
  const next = skipWords(reader, at + 1, [...BEHIND, ...MARKS]);
  const between = tokens.slice(at + 1, next);
  if (!saysWhen(reader, next, between)) return tokens;
  // "since summer began, so from 1 June" is still since then.
  const isFrom = tokens[first]!.word === 'since' && tokens[next]!.word === 'from';
  const isBound = BOUNDS.includes(tokens[next]!.word) && !isFrom;
  const bound = !isBound && BOUNDS.includes(tokens[first]!.word) ? tokens.slice(first, first + 1) : [];
  const said = tokens.slice(isFrom ? next + 1 : next);
  const rest = tokens[at + 1]?.text === '(' ? withoutClosing(said) : said;
  return [...tokens.slice(0, first), ...bound, ...rest];
}

/** Where "since the", "this", "next" before it begins. */
function startOf(tokens: readonly Token[], at: number): number {
  let first = at;
  while (BEFORE.includes(tokens[first - 1]?.word ?? '')) first--;
  return BOUNDS.includes(tokens[first - 1]?.word ?? '') ? first - 1 : first;
}

/** Months are said in its place; "in spring, tomorrow at 9" and "in summer, expiring in May" say something else. */
function saysWhen(reader: Reader, at: number, between: readonly Token[]): boolean {
  const isExplained = between.some(
    ({ word, text }) => EXPLAINING.has(word) || ['(', '?', ':', '=', '…', '.'].includes(text),
  );
  const [first] = readItems({ ...reader, tokens: reader.tokens.slice(at) });
  if (!isExplained || !first) return false;
  if (first.kind === 'dated') return between.some(({ word }) => EXPLAINING.has(word));
  return first.kind === 'period' && first.time === null && first.period !== null && !isDay(first.period);
}

const withoutClosing = (tokens: readonly Token[]): readonly Token[] => {
  const close = tokens.findIndex(({ text }) => text === ')');
  return close < 0 ? tokens : tokens.toSpliced(close, 1);
};
