// Which language a sentence is in: by its script, else by whose words it has most of.
import { ownValue } from '../../../lib/own-value.ts';
import { fold } from '../../../lib/text.ts';
import type { PhraseBook } from '../lexicon/lexicon.ts';
import type { NameIndex } from '../names/name-index.ts';
import { stem, tokenise } from '../tokens.ts';
import { LANGUAGES } from './index.ts';
import { type Compiled, compileLanguage } from './language.ts';

const ALL: ReadonlyMap<string, Compiled> = new Map(LANGUAGES.map((one) => [one.code, compileLanguage(one)]));

const ACCENTED = /[\u00df-\u024f]/gu;
const LETTERS: Readonly<Record<string, string>> = {
  de: 'äöüß',
  fr: 'àâæçéèêëîïôœùûüÿ',
  es: 'áéíñóúü',
  pt: 'àáâãçéêíóôõúü',
};

/** Of a few words that could be English, too, whose the conversation is: "Lyon et Nice", "e no Algarve?". Null is English. */
export function languageOf(
  sentence: string,
  said: readonly string[],
  { book, names }: { book: PhraseBook; names: NameIndex },
): Compiled | null {
  const own = detectLanguage(sentence, book, names);
  const before = said.at(-1);
  const words = sentence.match(/[\p{L}\p{M}]+/gu) ?? [];
  if (own || before === undefined || words.length > FEW) return own;
  const language = detectLanguage(before, book, names);
  if (!language || language.language.isSpaceless) return null;
  const plain = words.filter((word) => !/^\p{Lu}/u.test(word) || word === words[0]).map((word) => fold(word));
  const known = plain.filter((word) => language.knows(word)).length;
  const english = plain.filter((word) => !language.knows(word) && book.words.has(word)).length;
  return known > english ? language : null;
}
const FEW = 6;

/** Null is English. */
export function detectLanguage(sentence: string, book: PhraseBook, names: NameIndex): Compiled | null {
  if (/\p{Script=Thai}/u.test(sentence)) return ALL.get('th')!;
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sentence)) return ALL.get('ja')!;
  if (/\p{Script=Han}/u.test(sentence)) return ALL.get('zh')!;
  const tokens = tokenise(sentence, { isEnglish: false }).filter(({ kind }) => kind === 'word');
  const words = tokens
    .flatMap(({ word, text }, at) =>
      word.split(' ').map((one) => ({ one, isName: at > 0 && /^\p{Lu}\p{Ll}/u.test(text) })),
    )
    // The “Da” of “Da Nang” is nobody's word.
    .filter(({ one, isName }) => !names.words.has(stem(one)) || (one.length < 4 && !isName))
    .map(({ one }) => one);
  // "só", "für", "où": no English word is written so, and not every language writes so either.
  const accented = new Map(
    tokens
      .map(({ text, word }) => [word, text.toLowerCase().match(ACCENTED)?.join('') ?? ''] as const)
      .filter(([, letters]) => letters !== ''),
  );
  const isEnglish = (word: string) =>
    !accented.has(word) && (book.words.has(word) || book.words.has(stem(word)));
  let best: Compiled | null = null;
  let most = 0;
  for (const language of ALL.values()) {
    if (language.language.isSpaceless) continue;
    const letters = ownValue(LETTERS, language.language.code) ?? '';
    const own = words.filter(
      (word) => language.knows(word) && [...(accented.get(word) ?? '')].every((one) => letters.includes(one)),
    );
    // A single letter is the one of "Q1" in any language.
    const foreign = own.filter((word) => word.length > 1 && !isEnglish(word)).length;
    const score = foreign * 100 + own.length;
    const english = words.filter(
      (word) => word.length > 1 && isEnglish(word) && !language.knows(word),
    ).length;
    if (foreign > english && score > most) [best, most] = [language, score];
  }
  return best;
}
