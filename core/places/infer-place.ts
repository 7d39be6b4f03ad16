import { fold } from '../../lib/text.ts';
import { isShared } from './city-place.ts';
import { COUNTRY_NAMES, countryName } from './countries.ts';
import phrases from './data/no-place-phrases.json' with { type: 'json' };
import { countryTimeZone, type Place } from './gazetteer.ts';
import { GAZETTEER, type PlaceNames } from './own-places.ts';

/** Below this a guess is shown to nobody: the place stays unknown. */
export const SURE_ENOUGH = 0.6;

export type InferredPlace = {
  city: string | null;
  country: string;
  timeZone: string | null;
  /** In words: which part of the name said so. */
  reason: string;
  /** 0 … 1; write it only from SURE_ENOUGH on. */
  confidence: number;
};

// Countries whose name is as often something else in a customer's name.
const WORDS_FIRST = new Set(['georgia', 'jordan', 'jersey', 'chad', 'guinea', 'dominica', 'america', 'us']);
const NO_PLACE = phrases.map(fold);

type Found = { words: string; at: number; place: Place };

/**
 * Finds the place inside a customer's name. `ignore` are words that are known to be something else (its brand),
 * `places` where names are looked up. A name that is also an ordinary word, or that several countries have, gives a low confidence or nothing.
 */
export function inferPlace(
  text: string,
  { ignore = [], places = GAZETTEER }: { ignore?: readonly string[]; places?: PlaceNames } = {},
): InferredPlace | null {
  const words = maskedWords(text, ignore);
  const found = scan(words, places);
  const country = lastCountry(withoutLongNames(words, found));
  const agreeing = country ? found.filter(({ place }) => place.country === country.code) : found;
  const best = pickBest(agreeing);
  if (best) return fromPlace(best, { country, others: found });
  return country ? fromCountry(country) : null;
}

function maskedWords(text: string, ignore: readonly string[]): string[] {
  let rest = ` ${fold(text)} `;
  for (const phrase of [...ignore.map(fold), ...NO_PLACE]) {
    if (phrase) rest = rest.replaceAll(` ${phrase} `, ' | ');
  }
  return rest.trim().split(' ');
}

function scan(words: readonly string[], names: PlaceNames): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < words.length; at++) {
    const hit = longestAt(words, at, names);
    if (!hit) continue;
    found.push(...hit.places.map((place) => ({ words: hit.words, at, place })));
    at += hit.length - 1;
  }
  return found;
}

function longestAt(words: readonly string[], at: number, names: PlaceNames) {
  for (let length = Math.min(names.longest, words.length - at); length > 0; length--) {
    const name = words.slice(at, at + length).join(' ');
    const places = names.named(name);
    if (places.length > 0) return { words: name, places, length };
  }
  return null;
}

// "Lao Cai" names no Laos.
function withoutLongNames(words: readonly string[], found: readonly Found[]): string[] {
  const rest = [...words];
  for (const { words: name, at } of found) {
    const length = name.split(' ').length;
    if (length > 1 && !COUNTRY_NAMES.has(name)) rest.fill('|', at, at + length);
  }
  return rest;
}

type FoundCountry = { code: string; sureness: number };

function lastCountry(words: readonly string[]): FoundCountry | null {
  for (let at = words.length - 1; at >= 0; at--) {
    for (let length = Math.min(4, words.length - at); length > 0; length--) {
      const name = words.slice(at, at + length).join(' ');
      const code = COUNTRY_NAMES.get(name);
      if (code) return { code, sureness: WORDS_FIRST.has(name) ? 0.4 : 0.95 };
    }
  }
  return null;
}

// Our own list before the towns of the world; of two that are nearly as sure the later one, because names end with
// where the place is.
const pickBest = (found: readonly Found[]): Found | undefined =>
  found.toSorted((a, b) => rank(b) - rank(a) || b.at - a.at)[0];

const rank = ({ place }: Found): number => {
  if (place.kind === 'own') return 3;
  if (place.sureness < 0.7) return place.sureness;
  return place.kind === 'town' ? 1 : 2;
};

function fromPlace(
  best: Found,
  { country, others }: { country: FoundCountry | null; others: readonly Found[] },
): InferredPlace {
  const { place } = best;
  const disputed = isDisputed(best, others);
  const namesakes = others.filter(({ at }) => at === best.at).map((one) => one.place);
  const shared = !country && isShared(place, namesakes);
  const agreed = country?.code === place.country && country.sureness >= SURE_ENOUGH;
  const sureness = agreed ? Math.max(place.sureness, 0.9) : place.sureness;
  return {
    city: place.city,
    country: place.country,
    timeZone: place.timeZone,
    reason: reasonOf(best),
    confidence: round(Math.min(sureness, shared ? 0.4 : 1) * (disputed && !agreed ? 0.8 : 1)),
  };
}

/** Whether another part of the name surely means a place in another country. */
function isDisputed(best: Found, others: readonly Found[]): boolean {
  const elsewhere = Map.groupBy(
    others.filter(({ at }) => at !== best.at),
    ({ at }) => at,
  );
  return [...elsewhere.values()].some((there) => {
    const isHere = there.some(({ place }) => place.country === best.place.country);
    return !isHere && there.some(({ place }) => place.sureness >= SURE_ENOUGH);
  });
}

function reasonOf({ place }: Found): string {
  const where = countryName(place.country);
  if (place.kind === 'own') return `"${place.name}" in the name, which is in your own list of places`;
  if (place.kind === 'city' || place.kind === 'town')
    return `"${place.name}" in the name, a place in ${where}`;
  return `"${place.name}" in the name, which is in ${place.city ?? where}`;
}

const fromCountry = ({ code, sureness }: FoundCountry): InferredPlace => ({
  city: null,
  country: code,
  timeZone: countryTimeZone(code),
  reason: `"${countryName(code)}" in the name`,
  confidence: sureness,
});

const round = (value: number): number => Math.round(value * 100) / 100;
