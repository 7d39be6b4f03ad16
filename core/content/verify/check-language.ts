// A model's text in another language than its letter's, whole or in part: what its reader cannot read, the other checks,
// which know the words of one language, cannot either.
import { languageName } from '../../places/languages.ts';
import { scriptLanguageOf, wordsLanguageOf } from '../choose-language.ts';
import type { Finding } from './finding.ts';

/** Languages written in letters of their own, each with what a paragraph of it has. */
const OWN_LETTERS: Readonly<Record<string, RegExp>> = {
  th: /\p{Script=Thai}/u,
  ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  zh: /\p{Script=Han}/u,
};
/** A name in Latin letters on its own line is no sentence. */
const SENTENCE = /(?:[\p{Ll}]{2,}[ ,]+){4}/u;

const ADDRESS = /\S+@\S+|\S*\.\p{L}{2,}\S*/gu;

/** `body` is without the names that are known. */
export function checkLanguage(body: string, language: string): Finding[] {
  const other = body
    .replace(ADDRESS, '')
    .split(/\n{2,}/)
    .map((paragraph) => otherThan(language, paragraph))
    .find((found) => found !== null);
  if (other === undefined) return [];
  return [
    {
      severity: 'error',
      place: 'body',
      message: `A part of the text is in ${other}; the letter is in ${languageName(language)}.`,
      repair: `Write all of it in ${languageName(language)}.`,
    },
  ];
}

/** The language that a paragraph is in, where it is surely not the letter's. */
function otherThan(language: string, paragraph: string): string | null {
  const own = OWN_LETTERS[language];
  if (own) return !own.test(paragraph) && SENTENCE.test(paragraph) ? 'another language' : null;
  const other = scriptLanguageOf(paragraph) ?? wordsLanguageOf(paragraph);
  return other === null || other === language ? null : languageName(other);
}
