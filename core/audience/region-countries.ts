import { createRequire } from 'node:module';
import type { Countries } from 'world-countries';
import { fold } from '../../lib/text.ts';

// Its ES module imports JSON without the attribute that Node asks for.
const countries = createRequire(import.meta.url)('world-countries') as Countries;

/** ISO codes of a region's or subregion's countries by the names of UN M49; null when nobody knows the region. */
export function regionCountries(region: string): string[] | null {
  const asked = fold(region);
  const found = countries.filter((country) =>
    [country.region, country.subregion].some((name) => fold(name) === asked),
  );
  return found.length > 0 ? found.map(({ cca2 }) => cca2) : null;
}
