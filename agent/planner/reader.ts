// A place in a sentence, and what the words there can mean. Recognisers only look; reading moves on.
import type { Lexicon, LexiconKind, PhraseBook, Sense } from './lexicon/lexicon.ts';
import type { NameIndex } from './names/name-index.ts';
import type { Token } from './tokens.ts';
import type { PlannerInput } from './types.ts';

export type Reader = {
  sentence: string;
  tokens: readonly Token[];
  book: PhraseBook;
  names: NameIndex;
  input: PlannerInput;
  lexicons: readonly Lexicon[];
};

export type Found<T> = { value: T; end: number };

/**
 * Many ask what stands at a place, and it stands as it does: found once for the tokens of a reader, which never change,
 * and again where anything else of it is another.
 */
export function oncePerPlace<T>(find: (reader: Reader, at: number) => T): (reader: Reader, at: number) => T {
  const known = new WeakMap<Reader['tokens'], { reader: Reader; found: Map<number, T> }>();
  return (reader, at) => {
    let kept = known.get(reader.tokens);
    if (!kept || !isSameBut(kept.reader, reader)) {
      kept = { reader, found: new Map() };
      known.set(reader.tokens, kept);
    }
    const before = kept.found.get(at);
    if (before !== undefined) return before;
    const found = find(reader, at);
    kept.found.set(at, found);
    return found;
  };
}

/** Whether two readers differ in their tokens at most. */
export const isSameBut = (one: Reader, other: Reader): boolean =>
  one === other ||
  (one.input === other.input &&
    one.sentence === other.sentence &&
    one.book === other.book &&
    one.names === other.names &&
    one.lexicons === other.lexicons);

/** The longest phrase at `at` that has one of these kinds. */
export function phraseAt(reader: Reader, at: number, ...kinds: LexiconKind[]): Found<Sense[]> | null {
  for (const { value, end } of phrasesAt(reader, at)) {
    const senses = value.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
    if (senses.length > 0) return { value: senses, end };
  }
  return null;
}

/** All phrases at a place, the longest first. */
const phrasesAt = oncePerPlace(({ tokens, book }, at): Found<readonly Sense[]>[] => {
  const first = tokens[at]?.stem;
  const furthest = first === undefined ? at : at + book.longestFrom(first);
  const found: Found<readonly Sense[]>[] = [];
  for (let end = Math.min(tokens.length, furthest); end > at; end--) {
    const value = book.find(joined(tokens, at, end));
    if (value.length > 0) found.push({ value, end });
  }
  return found;
});

const joined = (tokens: readonly Token[], at: number, end: number): string => {
  let text = '';
  for (let i = at; i < end; i++) text += `${i > at ? ' ' : ''}${tokens[i]!.stem}`;
  return text;
};

/** The value of the longest phrase of one kind at `at`. */
export function valueAt(reader: Reader, at: number, kind: LexiconKind): Found<string> | null {
  const found = phraseAt(reader, at, kind);
  return found && { value: found.value[0]!.value, end: found.end };
}

/** Passes over any of these plain words. */
export function skipWords(reader: Reader, at: number, words: readonly string[]): number {
  let end = at;
  while (end < reader.tokens.length && words.includes(reader.tokens[end]!.word)) end++;
  return end;
}

/** Some tokens as the grammar reads them: as they are written, or their English. */
export function readAs(reader: Pick<Reader, 'sentence' | 'tokens'>, at: number, end: number): string {
  const tokens = reader.tokens.slice(at, end);
  return tokens.some(({ isTranslated }) => isTranslated)
    ? tokens.map(({ text }) => text).join(' ')
    : textOf(reader, at, end);
}

/** The sentence's own text of some tokens. */
export function textOf(reader: Pick<Reader, 'sentence' | 'tokens'>, at: number, end: number): string {
  const [first, last] = [reader.tokens[at], reader.tokens[end - 1]];
  return first && last ? reader.sentence.slice(first.start, last.end) : '';
}
