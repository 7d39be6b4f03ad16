// From words to items: at every place the longest thing that anything recognises, the more telling one of two
// equally long.
import type { Item } from './items.ts';
import type { LexiconKind } from './lexicon/lexicon.ts';
import type { Reader } from './reader.ts';
import { isSameBut, readAs } from './reader.ts';
import { recogniseAmount } from './recognise/amount.ts';
import { recogniseCurrency } from './recognise/currency.ts';
import { recogniseDated } from './recognise/dated.ts';
import { recogniseEvent } from './recognise/event.ts';
import { recogniseFieldValue } from './recognise/field-value.ts';
import { recogniseKnown } from './recognise/known.ts';
import { recogniseKnownBehind } from './recognise/known-behind.ts';
import { recogniseMoment } from './recognise/moment.ts';
import { recogniseName } from './recognise/name.ts';
import { recogniseNaming } from './recognise/naming.ts';
import { recognisePartOfName } from './recognise/part-of-name.ts';
import { recogniseRank } from './recognise/rank.ts';
import { recogniseReach } from './recognise/reach.ts';
import type { Recognised, Recogniser } from './recognise/recogniser.ts';
import { recogniseSegment } from './recognise/segment.ts';
import { recogniseShortBrand } from './recognise/short-brand.ts';
import { recogniseState } from './recognise/state.ts';
import { recogniseTenure, recogniseTimeLeft } from './recognise/time-left.ts';
import { recogniseUnitName } from './recognise/unit-name.ts';
import {
  recogniseAddress,
  recogniseChannel,
  recogniseMessageAbout,
  recogniseRole,
  recogniseRulingOut,
  recogniseType,
  recogniseTypeWord,
  recogniseWord,
} from './recognise/words.ts';
import { recogniseWrittenIn } from './recognise/written-in.ts';
import type { Token } from './tokens.ts';

/** In the order that decides between two equally long readings. */
const RECOGNISERS: readonly Recogniser[] = [
  recogniseAddress,
  recogniseMessageAbout,
  recogniseWrittenIn,
  recogniseRulingOut,
  recogniseSegment,
  recogniseState,
  recogniseRank,
  recogniseReach,
  recogniseEvent,
  recogniseTenure,
  recogniseTimeLeft,
  recogniseDated,
  recogniseAmount,
  recogniseCurrency,
  recogniseKnown,
  recogniseKnownBehind,
  recogniseFieldValue,
  recogniseNaming,
  recogniseUnitName,
  recogniseMoment,
  recogniseName,
  recogniseShortBrand,
  recogniseTypeWord,
  recogniseType,
  recogniseChannel,
  recogniseRole,
  recogniseWord,
  recognisePartOfName,
];

type Read = { reader: Reader; items: readonly Item[] };
const readBefore = new WeakMap<Token, Read[]>();

/** The same tokens are read again and again, as a clause, as a sentence and as all that is left. */
export function readItems(reader: Reader): Item[] {
  const [first] = reader.tokens;
  if (!first) return [];
  const before = readBefore.get(first) ?? [];
  const known = before.find((one) => isSameBut(one.reader, reader) && isSameTokens(one.reader, reader));
  if (known) return [...known.items];
  const items = readAll(reader);
  readBefore.set(first, [...before, { reader, items }]);
  return [...items];
}

const isSameTokens = ({ tokens: one }: Reader, { tokens: other }: Reader): boolean =>
  one.length === other.length && one.every((token, at) => token === other[at]);

function readAll(reader: Reader): Item[] {
  const items: Item[] = [];
  for (let at = 0; at < reader.tokens.length; ) {
    const { item, end } = best(reader, at);
    const last = items.at(-1);
    if (item.kind === 'unknown' && last?.kind === 'unknown') {
      items[items.length - 1] = { ...last, end, text: readAs(reader, last.start, end) };
    } else items.push({ ...item, start: at, end, text: readAs(reader, at, end) } as Item);
    at = end;
  }
  return items;
}

function best(reader: Reader, at: number): Recognised {
  let found: Recognised | null = null;
  for (const recognise of RECOGNISERS) {
    const one = recognise(reader, at);
    if (one && one.end > (found?.end ?? at)) found = one;
  }
  if (found)
    return isStray(found.item) && !isCounting(reader, at) ? { ...found, item: { kind: 'unknown' } } : found;
  if (reader.tokens[at]!.kind === 'number' && isCounting(reader, at))
    return { item: { kind: 'word', senses: [] }, end: at + 1 };
  const isMark = reader.tokens[at]!.kind === 'mark';
  return { item: { kind: isMark ? 'mark' : 'unknown' }, end: at + 1 };
}

/** "these five", "all three": how many are already there. */
const isCounting = ({ tokens }: Reader, at: number): boolean =>
  ['these', 'those', 'them', 'all', 'the'].includes(tokens[at - 1]?.word ?? '') &&
  (tokens[at + 1] === undefined || tokens[at + 1]!.kind === 'mark');

const STRAY = new Set<LexiconKind>([
  'numbers',
  'comparators',
  'currencies',
  'units',
  'relatives',
  'amountWords',
  'events',
  'reach',
  'superlatives',
  'naming',
]);

/** Half of a number or a period, of which nothing was made: "two hotels", "the last campaign". Not to be dropped. */
const isStray = (item: Recognised['item']): boolean =>
  item.kind === 'word' && item.senses.every(({ kind }) => STRAY.has(kind));
