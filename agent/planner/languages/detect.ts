// Which language a sentence is in: by its script, else by whose words it has most of.
import type { PhraseBook } from '../lexicon/lexicon.ts';
import type { NameIndex } from '../names/name-index.ts';
import { stem, tokenise } from '../tokens.ts';
import { LANGUAGES } from './index.ts';
import { type Compiled, compileLanguage } from './language.ts';

const ALL: ReadonlyMap<string, Compiled> = new Map(LANGUAGES.map((one) => [one.code, compileLanguage(one)]));

/** Null is English. */
export function detectLanguage(sentence: string, book: PhraseBook, names: NameIndex): Compiled | null {
  if (/\p{Script=Thai}/u.test(sentence)) return ALL.get('th')!;
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sentence)) return ALL.get('ja')!;
  if (/\p{Script=Han}/u.test(sentence)) return ALL.get('zh')!;
  const words = tokenise(sentence, { isEnglish: false })
    .filter(({ kind }) => kind === 'word')
    .flatMap(({ word }) => word.split(' '))
    .filter((word) => !names.words.has(stem(word)) || word.length < 4);
  const isEnglish = (word: string) => book.words.has(word) || book.words.has(stem(word));
  let best: Compiled | null = null;
  let most = 0;
  for (const language of ALL.values()) {
    if (language.language.isSpaceless) continue;
    const own = words.filter((word) => language.knows(word));
    // A single letter is the one of "Q1" in any language.
    const foreign = own.filter((word) => word.length > 1 && !isEnglish(word)).length;
    const score = foreign * 100 + own.length;
    const english = words.filter((word) => isEnglish(word) && !language.knows(word)).length;
    if (foreign > english && score > most) [best, most] = [language, score];
  }
  return best;
}
