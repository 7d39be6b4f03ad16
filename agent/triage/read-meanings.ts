import type { Intent, Words } from './words/words.ts';

/** One reading of some words of the text. */
export type Meaning = { intent: Intent; strength: 1 | 2; said: string; topic: string | null };

/** Applies the wordings of a language in order; what one has read is blanked out for those after it. */
export function readMeanings(text: string, words: Words): { meanings: Meaning[]; rest: string } {
  let rest = words.hasSpaces ? text : text.replace(/\s/gu, '');
  const meanings: Meaning[] = [];
  for (const [intent, strength, pattern, topic] of words.wordings) {
    const said: string[] = [];
    rest = rest.replace(compiled(pattern), (match) => {
      said.push(match.trim());
      return ' … ';
    });
    if (said[0] && intent) meanings.push({ intent, strength, said: said[0], topic: topic ?? null });
  }
  return { meanings, rest };
}

const COMPILED = new Map<string, RegExp>();

export function compiled(pattern: string): RegExp {
  const known = COMPILED.get(pattern);
  if (known) return known;
  // \b knows ASCII letters only: "é" and "ü" would end a word.
  const source = pattern.replaceAll(
    '\\b',
    '(?:(?<![\\p{L}\\p{N}_])(?=[\\p{L}\\p{N}_])|(?<=[\\p{L}\\p{N}_])(?![\\p{L}\\p{N}_]))',
  );
  const made = new RegExp(source.replaceAll('\\w', '[\\p{L}\\p{N}_]'), 'gmu');
  COMPILED.set(pattern, made);
  return made;
}
