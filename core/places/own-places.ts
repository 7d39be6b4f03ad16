import { z } from 'zod';
import { isTimeZone } from '../../lib/dates.ts';
import { fold } from '../../lib/text.ts';
import { isCountry } from './countries.ts';
import { countryTimeZone, LONGEST_NAME, type Place, placesNamed } from './gazetteer.ts';

/** What a workspace says of a name that no gazetteer knows ("Mill Yard"), or that means another place to it. */
export const ownPlaceSchema = z.strictObject({
  name: z.string().trim().min(2).max(80),
  /** The city that it is in; null where it is one for itself or the country is all that is known. */
  city: z.string().trim().min(1).max(80).nullable().default(null),
  /** ISO 3166-1 alpha-2. */
  country: z.string().refine(isCountry, 'is the code of no country, such as "TH"'),
  /** Without one, that of the whole country where it has one only. */
  timeZone: z
    .string()
    .refine(isTimeZone, 'is not a time zone, such as "Asia/Bangkok"')
    .nullable()
    .default(null),
});
export type OwnPlace = z.infer<typeof ownPlaceSchema>;

/** Where names of places are looked up: `longest` is how many words the longest of them has. */
export type PlaceNames = { named(name: string): readonly Place[]; longest: number };

/** The places of the world. */
export const GAZETTEER: PlaceNames = { named: placesNamed, longest: LONGEST_NAME };

/** A workspace's own list, which wins, before the places of the world. */
export function placeNames(own: readonly OwnPlace[]): PlaceNames {
  if (own.length === 0) return GAZETTEER;
  const listed = new Map(own.map((one) => [fold(one.name), [toPlace(one)]]));
  const words = [...listed.keys()].map((name) => name.split(' ').length);
  return {
    named: (name) => listed.get(fold(name)) ?? placesNamed(name),
    longest: Math.max(LONGEST_NAME, ...words),
  };
}

const toPlace = ({ name, city, country, timeZone }: OwnPlace): Place => ({
  ...{ name, city, country, kind: 'own', sureness: 1, people: Number.POSITIVE_INFINITY },
  timeZone: timeZone ?? countryTimeZone(country),
});
