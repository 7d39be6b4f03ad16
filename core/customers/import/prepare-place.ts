import { isTimeZone } from '../../../lib/dates.ts';
import { fold } from '../../../lib/text.ts';
import { cityPlace } from '../../places/city-place.ts';
import { findCountry } from '../../places/countries.ts';
import { countryTimeZone } from '../../places/gazetteer.ts';
import { inferPlace, SURE_ENOUGH } from '../../places/infer-place.ts';
import { flag, type Work } from './prepare-work.ts';

/** What the file says of the place, and what the city or the name lets us infer. No words: nothing is inferred. */
export function takePlace(work: Work, brandWords: readonly string[] | null): void {
  const { cells, values, inferred } = work;
  const country = cells.get('country');
  values.country = country ? findCountry(country.value) : null;
  if (country && !values.country)
    flag(work, 'unknown_country', `"${country.value}" is no country that is known.`, country.line);
  values.city = cells.get('city')?.value ?? null;
  const zone = cells.get('time_zone');
  values.timeZone = zone && isTimeZone(zone.value) ? zone.value : null;
  if (zone && !values.timeZone)
    flag(work, 'unknown_time_zone', `"${zone.value}" is no time zone.`, zone.line);
  if (values.city) placeOfCity(work, values.city);
  else if (brandWords) placeOfName(work, brandWords);
  if (values.country && !values.timeZone) {
    values.timeZone = countryTimeZone(values.country);
    if (values.timeZone)
      inferred.time_zone = { reason: 'the only time zone of the country', confidence: 0.95 };
  }
}

function placeOfCity({ context, values, inferred }: Work, city: string): void {
  const place = cityPlace(city, { country: values.country, places: context.places });
  if (!place) return;
  values.city = fold(place.city) === fold(city) ? place.city : city;
  const because = { reason: `the city ${city}`, confidence: 0.95 };
  if (!values.country) {
    values.country = place.country;
    inferred.country = because;
  }
  if (!values.timeZone && place.timeZone) {
    values.timeZone = place.timeZone;
    inferred.time_zone = because;
  }
}

function placeOfName({ context, record, values, inferred }: Work, brandWords: readonly string[]): void {
  const place = inferPlace(record.name, { ignore: brandWords, places: context.places });
  if (!place || place.confidence < SURE_ENOUGH) return;
  if (values.country && values.country !== place.country) return;
  const because = { reason: place.reason, confidence: place.confidence };
  if (!values.country) {
    values.country = place.country;
    inferred.country = because;
  }
  if (place.city) {
    values.city = place.city;
    inferred.city = because;
  }
  if (!values.timeZone && place.timeZone) {
    values.timeZone = place.timeZone;
    inferred.time_zone = because;
  }
}
