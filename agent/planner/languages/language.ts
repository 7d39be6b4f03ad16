// A language is data: its phrases by the English ones that they stand for. The grammar itself is read in English.
import { fold } from '../../../lib/text.ts';
import { tokenise } from '../tokens.ts';
import { activityPhrases } from './activity.ts';
import { asianNames } from './asian-names.ts';
import { correctionPhrases } from './corrections.ts';
import { pointingPhrases } from './pointing.ts';
import { shiftPhrases } from './shifts.ts';
import { typePhrases } from './type-names.ts';

export type Language = {
  code: string;
  /** Written without spaces: words are found by the longest phrase. */
  isSpaceless: boolean;
  /**
   * English → its phrases, separated by "|". "#" is a number, "kunde*" any word that begins so. In the English, "#2"
   * is the second number, "month#" the month of that number, "#:00" the full hour; "<until" goes before the phrase
   * that it follows, "<except" takes that phrase to the end of the sentence, "(except" is where it began. Phrases
   * under "-" carry nothing. ">neither nor" is "nor" only where "neither" was said before.
   */
  phrases: Readonly<Record<string, string>>;
  /** More phrases, those of days and periods. */
  times: Readonly<Record<string, string>>;
  /** The words for 2, 3, 4 …, folded. */
  numbers?: string;
  /** Those for 20, 30, 40 …, folded. */
  tens?: string;
};

export type Unit = { text: string; isPrefix: boolean };
export type Entry = { english: string; units: readonly Unit[] };
/** Entries by their first unit, the longest first. */
export type Compiled = {
  language: Language;
  /** "drei" → "3" */
  numbers: ReadonlyMap<string, string>;
  at(word: string): readonly Entry[];
  knows(word: string): boolean;
};

export function compileLanguage(language: Language): Compiled {
  const byFirst = new Map<string, Entry[]>();
  const prefixes: Entry[] = [];
  const lists = [
    countryPhrases(language),
    asianNames(language.code),
    correctionPhrases(language.code),
    activityPhrases(language.code),
    shiftPhrases(language.code),
    typePhrases(language.code),
    pointingPhrases(language.code),
    language.phrases,
    language.times,
  ];
  for (const [english, phrases] of lists.flatMap((list) => Object.entries(list))) {
    for (const phrase of phrases.split('|')) {
      const entry = { english, units: withoutElided(unitsOf(phrase, language.isSpaceless)) };
      const [first] = entry.units;
      if (!first) continue;
      if (first.isPrefix) prefixes.push(entry);
      else byFirst.set(first.text, [...(byFirst.get(first.text) ?? []), entry]);
    }
  }
  const isOnlyBehind = ({ english }: Entry) => Number(english.startsWith('>'));
  const longestFirst = (a: Entry, b: Entry) =>
    b.units.length - a.units.length || isOnlyBehind(b) - isOnlyBehind(a);
  for (const entries of byFirst.values()) entries.sort(longestFirst);
  const begins = (word: string) => prefixes.filter(({ units }) => word.startsWith(units[0]!.text));
  const spelled = (words = '') => words.split(' ').filter(Boolean);
  return {
    language,
    numbers: new Map([
      ...spelled(language.numbers).map((word, at) => [word, String(at + 2)] as const),
      ...spelled(language.tens).map((word, at) => [word, String(10 * (at + 2))] as const),
    ]),
    at: (word) => [...(byFirst.get(word) ?? []), ...begins(word)].sort(longestFirst),
    knows: (written) => {
      const word = plainLetters(written);
      return byFirst.has(word) || begins(word).length > 0;
    },
  };
}

/** "pas d adresse" is "pas adresse", as "d'adresse" is read in a sentence; a single word keeps what stands before it. */
function withoutElided(units: readonly Unit[]): readonly Unit[] {
  const kept = units.filter(({ text }, at) => at === units.length - 1 || !ELIDED.has(text));
  return kept.length > 1 ? kept : units;
}
const ELIDED = new Set(['l', 'd', 'n', 's', 'j', 'm', 'c']);

/** A phrase as it is compared: folded words, or single characters where words are not set apart. */
export function unitsOf(phrase: string, isSpaceless: boolean): Unit[] {
  return phrase.split(/\s+/).flatMap((part) => {
    const isPrefix = part.endsWith('*');
    const bare = isPrefix ? part.slice(0, -1) : part;
    const pieces = bare.split(/(#)/).filter(Boolean);
    return pieces.flatMap((piece) =>
      piece === '#' ? [{ text: '#', isPrefix: false }] : wordUnits(piece, isSpaceless, isPrefix),
    );
  });
}

const wordUnits = (text: string, isSpaceless: boolean, isPrefix: boolean): Unit[] =>
  tokenise(text, { isEnglish: false }).flatMap(({ word, text: written }) =>
    isSpaceless && isSpacelessText(word)
      ? scriptRuns(written).flatMap((run) =>
          (isSpacelessText(run) ? [...run] : [fold(run)]).map((char) => ({ text: char, isPrefix: false })),
        )
      : plainLetters(word)
          .split(' ')
          .map((one) => ({ text: one, isPrefix })),
  );

/** As a phrase is compared: "Grüße" is "grusse" there. */
export const plainLetters = (word: string): string =>
  word.includes('ß') || word.includes('œ') ? word.replaceAll('ß', 'ss').replaceAll('œ', 'oe') : word;

/** A text cut where scripts with and without spaces meet. */
export const scriptRuns = (text: string): string[] =>
  text.match(
    /[\p{Script=Thai}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+|[^\p{Script=Thai}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu,
  ) ?? [text];

export const isSpacelessText = (text: string): boolean =>
  /[\p{Script=Thai}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u.test(text);

/** Countries as they are called there. */
function countryPhrases({ code, isSpaceless }: Language): Record<string, string> {
  const variants = VARIANTS[code] ?? [code];
  const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const found: Record<string, string> = {};
  for (const variant of variants) {
    const own = new Intl.DisplayNames(variant, { type: 'region', fallback: 'none' });
    for (const region of REGIONS) {
      const name = own.of(region);
      const meaning = english.of(region)?.replace(/ (SAR China|\(.*\))$/, '');
      if (!name || !meaning || name === english.of(region) || (!isSpaceless && name.length < 4)) continue;
      found[meaning] = found[meaning] ? `${found[meaning]}|${name}` : name;
    }
  }
  return found;
}

const VARIANTS: Readonly<Record<string, readonly string[]>> = {
  pt: ['pt-BR', 'pt-PT'],
  zh: ['zh-Hans', 'zh-Hant'],
};
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const REGIONS = LETTERS.flatMap((a) => LETTERS.map((b) => a + b));
