// The language that is spoken where a customer is, or in which its name is written.
import { countryLanguages, countryName } from './countries.ts';

export type InferredLanguage = { language: string; reason: string; confidence: number };

/** Scripts in which one language only is written; Han is told apart by the country. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Lao}/u, 'lo'],
  [/\p{Script=Khmer}/u, 'km'],
  [/\p{Script=Myanmar}/u, 'my'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Tamil}/u, 'ta'],
  [/\p{Script=Sinhala}/u, 'si'],
  [/\p{Script=Thaana}/u, 'dv'],
];
/** Most names: letters that many languages share. */
const LATIN = /^[\0-\u024f]*$/;
const HAN = /\p{Script=Han}/u;
const WRITES_HAN: Readonly<Record<string, string>> = {
  CN: 'zh',
  HK: 'zh',
  MO: 'zh',
  SG: 'zh',
  TW: 'zh',
  JP: 'ja',
};

/** Of several languages the one that most people speak at work; a country with no such one is not here. */
const SPOKEN_BY_MOST: Readonly<Record<string, string>> = {
  AR: 'es',
  AT: 'de',
  BO: 'es',
  BY: 'ru',
  CZ: 'cs',
  BV: 'nb',
  FI: 'fi',
  FO: 'da',
  GG: 'en',
  GU: 'en',
  HK: 'zh',
  IE: 'en',
  IL: 'he',
  IM: 'en',
  JE: 'en',
  JM: 'en',
  MO: 'zh',
  NO: 'nb',
  NZ: 'en',
  PE: 'es',
  PR: 'es',
  SJ: 'nb',
  VA: 'it',
};

/**
 * The language of a customer by the script of its name, else by its country; `placeConfidence` is how sure the country
 * is. Null where a country has several languages, or none that is known here: then nobody guesses.
 */
export function inferLanguage(
  name: string,
  { country, placeConfidence = 1 }: { country: string | null; placeConfidence?: number },
): InferredLanguage | null {
  return byScript(name, country) ?? (country ? byCountry(country, placeConfidence) : null);
}

function byScript(name: string, country: string | null): InferredLanguage | null {
  if (LATIN.test(name)) return null;
  const found = new Set(SCRIPTS.flatMap(([script, code]) => (script.test(name) ? [code] : [])));
  const [only] = found;
  if (only && found.size === 1) return written(only, 0.9);
  if (found.size > 0 || !HAN.test(name)) return null;
  const han = country ? WRITES_HAN[country] : undefined;
  return han ? written(han, 0.9) : null;
}

const written = (language: string, confidence: number): InferredLanguage => ({
  language,
  reason: `the name is written in ${languageName(language)}`,
  confidence,
});

function byCountry(country: string, placeConfidence: number): InferredLanguage | null {
  const known = spoken.get(country);
  const found = known === undefined ? findSpoken(country) : known;
  spoken.set(country, found);
  return found && { ...found, confidence: Math.round(found.confidence * placeConfidence * 100) / 100 };
}

// Asked for every entry of an import, and the same for each of a country.
const spoken = new Map<string, InferredLanguage | null>();

function findSpoken(country: string): InferredLanguage | null {
  const most = SPOKEN_BY_MOST[country];
  const languages = countryLanguages(country);
  const language = most ?? (languages.length === 1 ? languages[0] : undefined);
  if (!language) return null;
  const [words, where] = [languageName(language), countryName(country)];
  return {
    language,
    reason: most ? `most people in ${where} speak ${words}` : `${words} is the language of ${where}`,
    // Who works there may well write in another one, English above all.
    confidence: most ? 0.7 : 0.8,
  };
}

const names = new Intl.DisplayNames(['en'], { type: 'language' });
export const languageName = (code: string): string => names.of(code) ?? code;
