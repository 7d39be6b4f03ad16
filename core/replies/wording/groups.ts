// The wordings of all languages, so that a text is asked once which of them are worth trying on it.
import { createSieve, siftPatterns } from '../../../lib/create-sieve.ts';
import { neededPieces } from '../../../lib/needed-pieces.ts';
import { ja, ko, th, zh } from './asia.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { id, it, nl, ru, vi, wordsOnly } from './more.ts';
import { pt } from './pt.ts';
import type { OptOutWording } from './wording.ts';

export const SPACED: readonly OptOutWording[] = [en, de, fr, es, pt, it, nl, ru, id, vi, ko, wordsOnly];
/** Their patterns meet texts with the spaces taken out. */
export const UNSPACED: readonly OptOutWording[] = [th, ja, zh];

/** Each answers those that a text may match, in their order. */
export type Group = {
  notAsks: (text: string) => RegExp[];
  goesOn: (text: string) => RegExp[];
  /** Without `ask` where one of the sentences may be in the text. */
  asks: (text: string) => { wording: OptOutWording; ask?: RegExp }[];
};
type Listed = { wording: OptOutWording; of: 'words' | 'starts' };

let made: { groups: readonly [Group, Group]; lists: (text: string) => Listed[] } | null = null;

/** Of the languages with spaces between words, and of those without. Read when the first text is. */
export const groups = (): readonly [Group, Group] => read().groups;

/** The lists of whole messages of which a text may be one. */
export const lists = (text: string): Listed[] => read().lists(text);

function read() {
  made ??= {
    groups: [groupOf(SPACED), groupOf(UNSPACED)],
    lists: createSieve(
      [...SPACED, ...UNSPACED].flatMap((wording) =>
        (['words', 'starts'] as const).map((of) => ({ value: { wording, of }, pieces: wording[of] })),
      ),
    ),
  };
  return made;
}

const groupOf = (wordings: readonly OptOutWording[]): Group => ({
  notAsks: siftPatterns(wordings.flatMap(({ notAsks }) => notAsks)),
  goesOn: siftPatterns(wordings.flatMap(({ goesOn }) => goesOn ?? [])),
  asks: createSieve(
    wordings.flatMap((wording) => [
      { value: { wording }, pieces: wording.sentences.map(longestWord) },
      ...wording.asks.map((ask) => ({ value: { wording, ask }, pieces: neededPieces(ask) })),
    ]),
  ),
});

/** Punctuation may stand between words, and in their place. */
const longestWord = (sentence: string): string =>
  sentence.split(/[^\p{L}\p{M}\p{N}]+/u).toSorted((a, b) => b.length - a.length)[0]!;
