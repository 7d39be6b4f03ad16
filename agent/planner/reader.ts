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

/** The longest phrase at `at` that has one of these kinds. */
export function phraseAt(reader: Reader, at: number, ...kinds: LexiconKind[]): Found<Sense[]> | null {
  const { tokens, book } = reader;
  const first = tokens[at]?.stem;
  const furthest = first === undefined ? at : at + book.longestFrom(first);
  for (let end = Math.min(tokens.length, furthest); end > at; end--) {
    const senses = book
      .find(joined(tokens, at, end))
      .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
    if (senses.length > 0) return { value: senses, end };
  }
  return null;
}

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
