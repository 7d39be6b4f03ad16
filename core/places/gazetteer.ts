// Every place name that we know, by its folded form: our own list (resort towns, islands, districts, landmarks) first,
// then the cities of the world.
import { createRequire } from 'node:module';
import type { CityData } from 'city-timezones';
import { fold } from '../../lib/text.ts';
import { isCountry } from './countries.ts';
import ordinaryWords from './data/ordinary-words.json' with { type: 'json' };
import ownPlaces from './data/places.json' with { type: 'json' };

/** `city` is null where only the country is certain (an island resort). `kind` says how a name leads to it, `own` by a workspace's list. */
export type Place = {
  name: string;
  city: string | null;
  country: string;
  timeZone: string | null;
  kind: 'city' | 'area' | 'landmark' | 'town' | 'own';
  /** 0 … 1: how surely this word inside a name means this place. */
  sureness: number;
  /** Inhabitants, where the data set says; our own places are the ones that are meant. */
  people: number;
};

type OwnPlace = {
  city: string | null;
  country: string;
  timeZone?: string;
  aliases?: string[];
  areas?: string[];
  landmarks?: string[];
  ambiguous?: boolean;
};

// One zone by law, whatever the data set says of the west of the country.
const ONE_ZONE: Record<string, string> = { CN: 'Asia/Shanghai' };
// Larger than any city: a place of our own list outweighs its namesakes elsewhere.
const OWN = 1e9;
const DAYS = [new Date('2026-01-15T00:00:00Z'), new Date('2026-07-15T00:00:00Z')];

const { cityMapping } = createRequire(import.meta.url)('city-timezones') as { cityMapping: CityData[] };
const cities = cityMapping.filter(({ iso2, timezone }) => isCountry(iso2) && timezone);
const countryZones = findCountryZones();
const ordinary = new Set(ordinaryWords.map(fold));
const index = buildIndex();

/** The one zone that the whole country keeps; null where there are several, or none is known. */
export function countryTimeZone(country: string): string | null {
  return countryZones.get(country) ?? null;
}

/** Places of exactly this (folded) name, the surest first. */
export const placesNamed = (name: string): readonly Place[] => index.get(fold(name)) ?? [];

/** The longest name in words, so that a scan of a text knows where to stop. */
export const LONGEST_NAME = Math.max(...[...index.keys()].map((key) => key.split(' ').length));

function buildIndex(): Map<string, Place[]> {
  const found = new Map<string, Place[]>();
  const add = (name: string, place: Omit<Place, 'name'>) => {
    const key = fold(name);
    if (key.length < 2) return;
    const places = found.get(key) ?? [];
    const isKnown = places.some((known) => known.country === place.country && isSameCity(known, place));
    if (!isKnown) found.set(key, [...places, { ...place, name }]);
  };
  for (const place of ownPlaces as OwnPlace[]) addOwn(place, add);
  for (const city of cities) addCity(city, add);
  for (const places of found.values()) places.sort((a, b) => b.sureness - a.sureness);
  return found;
}

// The data set lists what we list ourselves once more, under the same name in the same country.
function isSameCity(a: Omit<Place, 'name'>, b: Omit<Place, 'name'>): boolean {
  return b.kind === 'town' || a.city === b.city;
}

function addOwn(own: OwnPlace, add: (name: string, place: Omit<Place, 'name'>) => void): void {
  const timeZone = own.timeZone ?? countryTimeZone(own.country);
  const base = { city: own.city, country: own.country, timeZone, people: OWN };
  const limit = own.ambiguous ? 0.4 : 1;
  for (const name of own.city ? [own.city, ...(own.aliases ?? [])] : (own.aliases ?? []))
    add(name, { ...base, kind: 'city', sureness: Math.min(0.95, limit) });
  for (const name of own.areas ?? []) add(name, { ...base, kind: 'area', sureness: Math.min(0.85, limit) });
  for (const name of own.landmarks ?? [])
    add(name, { ...base, kind: 'landmark', sureness: Math.min(0.8, limit) });
}

function addCity(city: CityData, add: (name: string, place: Omit<Place, 'name'>) => void): void {
  const place = {
    city: city.city,
    country: city.iso2,
    timeZone: ONE_ZONE[city.iso2] ?? city.timezone,
    kind: 'town' as const,
    people: city.pop,
  };
  for (const name of new Set([city.city, city.city_ascii]))
    add(name, { ...place, sureness: townSureness(name, city.pop) });
}

// A small or short name is more often a word or a family name than the town; a big city is nearly always meant.
function townSureness(name: string, population: number): number {
  const key = fold(name);
  if (ordinary.has(key) || key.length < 4) return 0.3;
  if (population >= 500_000) return 0.9;
  if (population >= 100_000 || (key.includes(' ') && population >= 20_000)) return 0.75;
  return 0.4;
}

function findCountryZones(): Map<string, string> {
  const zones = new Map<string, Map<string, number>>();
  for (const { iso2, timezone, pop } of cities) {
    const counted = zones.get(iso2) ?? new Map<string, number>();
    zones.set(iso2, counted.set(timezone, (counted.get(timezone) ?? 0) + pop));
  }
  const single = [...zones].flatMap(([country, counted]) => {
    const byPeople = [...counted].sort(([, a], [, b]) => b - a).map(([zone]) => zone);
    const [first] = byPeople;
    return first && new Set(byPeople.map(offsets)).size === 1 ? [[country, first] as const] : [];
  });
  return new Map([...single, ...Object.entries(ONE_ZONE)]);
}

function offsets(timeZone: string): string {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  return DAYS.map((day) => format.format(day).split(' ').at(-1)).join(' ');
}
