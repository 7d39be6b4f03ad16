import type { Places } from '../agent/planner/types.ts';
import { countryName, findCountry } from '../core/places/countries.ts';
import { placesNamed } from '../core/places/gazetteer.ts';
import { listRegions } from '../core/places/regions.ts';

/** The world as the planner knows it. */
export const PLACES: Places = { listRegions, findCountry, countryName, placesNamed };
