import { findCountry } from './countries.ts';
import type { Place } from './gazetteer.ts';
import { GAZETTEER, type PlaceNames } from './own-places.ts';

export type CityPlace = { city: string; country: string; timeZone: string | null };

// A namesake counts when it could be meant: a fifth as many people live there.
const MAY_BE_MEANT = 5;

/**
 * The city that a whole text names ("Hua Hin", "Saigon"; "Patong" is in Phuket), with its country and time zone.
 * `country` (a code or a name) decides between namesakes; without it a name that several countries share is null.
 */
export function cityPlace(
  name: string,
  { country, places: names = GAZETTEER }: { country?: string | null; places?: PlaceNames } = {},
): CityPlace | null {
  const wanted = country ? findCountry(country) : null;
  const places = names.named(name).filter((place) => !wanted || place.country === wanted);
  const [best] = places;
  // A name of a workspace's own list is a city for itself where it says of none.
  const city = best?.kind === 'own' ? (best.city ?? best.name) : best?.city;
  if (!best || !city || (!wanted && isShared(best, places))) return null;
  return { city, country: best.country, timeZone: best.timeZone };
}

/** Whether another country has a place of that name that may as well be meant. */
export const isShared = (best: Place, places: readonly Place[]): boolean =>
  places.some((other) => other.country !== best.country && other.people * MAY_BE_MEANT >= best.people);
