import { createSieve } from '../../lib/create-sieve.ts';
import { keepAnswers } from '../../lib/keep-answers.ts';
import { neededPieces } from '../../lib/needed-pieces.ts';
import { byLetters } from './letters.ts';
import type { Intent, Wording, Words } from './words/words.ts';

/** One reading of some words of the text. */
export type Meaning = { intent: Intent; strength: 1 | 2; said: string; topic: string | null };

/** Applies the wordings of a language in order; what one has read is blanked out for those after it. */
export function readMeanings(text: string, words: Words): { meanings: Meaning[]; rest: string } {
  let rest = words.hasSpaces ? text : text.replace(/\s/gu, '');
  const meanings: Meaning[] = [];
  const compile = compilerOf(text);
  for (const [intent, strength, pattern, topic] of wordingsFor(words)(rest)) {
    const said: string[] = [];
    rest = rest.replace(compile(pattern), (match) => {
      said.push(match.trim());
      return ' … ';
    });
    if (said[0] && intent) meanings.push({ intent, strength, said: said[0], topic: topic ?? null });
  }
  return { meanings, rest };
}

const SIEVES = new Map<Words, (text: string) => Wording[]>();

/** Those of a language that a text may hold. */
function wordingsFor(words: Words): (text: string) => Wording[] {
  const known =
    SIEVES.get(words) ??
    createSieve(
      words.wordings.map((value) => ({ value, pieces: neededPieces({ source: value[2], flags: 'u' }) })),
    );
  SIEVES.set(words, known);
  return known;
}

/** Patterns for one text, each compiled once for all texts. */
const compilerOf = byLetters((letters) =>
  keepAnswers((pattern) => compileWith(letters, pattern), Number.MAX_SAFE_INTEGER),
);

export const compiled = (pattern: string, text: string): RegExp => compilerOf(text)(pattern);

function compileWith(letters: string, pattern: string): RegExp {
  const word = `[${letters}_]`;
  // \b knows ASCII letters only: "é" and "ü" would end a word.
  const edge = `(?:(?<!${word})(?=${word})|(?<=${word})(?!${word}))`;
  return new RegExp(pattern.replaceAll('\\b', edge).replaceAll('\\w', word), 'gmu');
}
