import type { TriageInput } from '../../core/ports.ts';
import { plainText } from '../../lib/text.ts';
import { readLanguage } from './read-language.ts';
import { type Meaning, readMeanings } from './read-meanings.ts';
import { ja, th, zh } from './words/asia.ts';
import { de, fr } from './words/de-fr.ts';
import { en } from './words/en.ts';
import { es, pt } from './words/es-pt.ts';
import type { Words } from './words/words.ts';

const ALL = [en, th, ja, zh, de, fr, es, pt] as const;

/** A reply with what the wordings of its language, and of English, read in it. */
export type Signs = { text: string; language: string; words: Words; meanings: Meaning[] };

/** A text as its signs are read in it: plain, and a line for each sentence. */
export const inLines = (said: string): string => plainText(said).replace(/([.!?。！？])\s+/gu, '$1\n');

/** `said` is the person's own text, without instructions to machines. */
export function readSigns(said: string, { contactLanguage }: Pick<TriageInput, 'contactLanguage'>): Signs {
  const text = inLines(said);
  const language = readLanguage(text, contactLanguage);
  const words = ALL.find((one) => one.language === language.split('-')[0]) ?? en;
  // Customers mix: what is left after their own language is read once more as English.
  const first = readMeanings(text, words);
  const second = words === en || !words.hasSpaces ? { meanings: [] } : readMeanings(first.rest, en);
  const other =
    /\p{Script=Latin}{2}/u.test(text) && !words.hasSpaces ? readMeanings(text, en) : { meanings: [] };
  const weaker = [...second.meanings, ...other.meanings].filter(
    ({ intent }) => !first.meanings.some((one) => one.intent === intent),
  );
  const meanings = [
    ...first.meanings,
    ...weaker.map((one) => ({ ...one, strength: first.meanings.length ? (1 as const) : one.strength })),
  ];
  return { text, language, words, meanings };
}
