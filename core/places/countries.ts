// Countries by ISO 3166-1 alpha-2 code, under every name that people give them.
import { createRequire } from 'node:module';
import type { Countries } from 'world-countries';
import { fold } from '../../lib/text.ts';

// Its ES module imports JSON without the attribute that Node asks for.
const countries = createRequire(import.meta.url)('world-countries') as Countries;

/** Names in daily use that the data set lacks, or has for another country as well. */
const DAILY_NAMES: Record<string, readonly string[]> = {
  AE: ['UAE', 'U.A.E.', 'Emirates', 'United Arab Emirates'],
  CN: ['China', 'PRC', 'Mainland China'],
  CZ: ['Czech Republic', 'Czechia'],
  GB: ['UK', 'U.K.', 'Great Britain', 'Britain', 'England', 'Scotland', 'Wales', 'Northern Ireland'],
  GE: ['Georgia'],
  HK: ['Hong Kong', 'HK', 'Hongkong'],
  KR: ['Korea', 'South Korea', 'ROK'],
  LA: ['Laos', 'Lao', 'Lao PDR'],
  MM: ['Myanmar', 'Burma'],
  MO: ['Macau', 'Macao'],
  MV: ['Maldives', 'The Maldives'],
  NL: ['Netherlands', 'The Netherlands', 'Holland'],
  PH: ['Philippines', 'The Philippines'],
  RU: ['Russia'],
  SA: ['Saudi Arabia', 'Saudi', 'KSA'],
  TR: ['Turkey', 'Türkiye', 'Turkiye'],
  TW: ['Taiwan'],
  US: ['USA', 'U.S.A.', 'US', 'United States', 'United States of America', 'America'],
  VN: ['Vietnam', 'Viet Nam'],
};

const byCode = new Map(countries.map((country) => [country.cca2, country]));
const english = indexNames((country) => [country.name.common, country.name.official]);
const everyName = indexNames((country) => [
  ...country.altSpellings.filter((name) => name.length > 3),
  ...Object.values(country.name.native).flatMap(({ common, official }) => [common, official]),
  ...Object.values(country.translations).flatMap(({ common, official }) => [common, official]),
]);

/** The English names by which a country may stand inside a customer's name: folded name → code. */
export const COUNTRY_NAMES: ReadonlyMap<string, string> = english;

export const countryCodes = (): string[] => [...byCode.keys()];
export const isCountry = (code: string): boolean => byCode.has(code);

/** M49 region and subregion ("Asia", "South-Eastern Asia") of a code. */
export const worldRegion = (code: string) => {
  const country = byCode.get(code);
  return country ? { region: country.region, subregion: country.subregion } : null;
};

/** The languages of a country in law, as BCP 47 codes. */
export const countryLanguages = (code: string): string[] =>
  Object.keys(byCode.get(code)?.languages ?? {}).flatMap((language) =>
    Intl.getCanonicalLocales(language).filter((known) => !known.includes('-')),
  );

/** "Thailand" for TH, in the reader's language where it is known; the code itself for an unknown one. */
export function countryName(code: string, locale = 'en'): string {
  const upper = code.toUpperCase();
  if (!byCode.has(upper)) return code;
  if (locale === 'en' || locale.startsWith('en-')) return byCode.get(upper)!.name.common;
  return new Intl.DisplayNames([locale], { type: 'region' }).of(upper) ?? byCode.get(upper)!.name.common;
}

/**
 * The country that a whole text names: English and daily names, the country's own, other languages', or an ISO code
 * in capitals ("TH", "THA"). Null when it is none, or a word that means several countries.
 */
export function findCountry(text: string): string | null {
  const trimmed = text.trim();
  if (/^[A-Z]{2}$/.test(trimmed) && byCode.has(trimmed)) return trimmed;
  if (/^[A-Z]{3}$/.test(trimmed)) {
    const found = countries.find(({ cca3 }) => cca3 === trimmed);
    if (found) return found.cca2;
  }
  const key = fold(trimmed);
  return english.get(key) ?? everyName.get(key) ?? null;
}

/** A name that two countries share is left out, unless daily use gives it to one of them. */
function indexNames(namesOf: (country: Countries[number]) => string[]): Map<string, string> {
  const index = new Map<string, string | null>();
  for (const country of countries) {
    for (const key of new Set(namesOf(country).map(fold))) {
      const other = index.get(key);
      if (key) index.set(key, other === undefined || other === country.cca2 ? country.cca2 : null);
    }
  }
  for (const [code, names] of Object.entries(DAILY_NAMES)) {
    for (const name of names) index.set(fold(name), code);
  }
  return new Map([...index].filter((entry): entry is [string, string] => entry[1] !== null));
}
