import { describe, expect, it } from 'vitest';
import { isTimeZone } from '../../lib/dates.ts';
import { cityPlace } from './city-place.ts';
import { countryName, findCountry, isCountry } from './countries.ts';
import ownPlaces from './data/places.json' with { type: 'json' };
import { countryTimeZone, placesNamed } from './gazetteer.ts';
import { inferPlace, SURE_ENOUGH } from './infer-place.ts';
import { ownPlaceSchema, placeNames } from './own-places.ts';
import { findRegion, listRegions, regionCountries } from './regions.ts';

describe("a workspace's own list of places", () => {
  const own = [
    { name: 'Mill Yard', city: 'Chiang Mai', country: 'TH' },
    { name: 'Paris', city: null, country: 'US', timeZone: 'America/Chicago' },
  ].map((one) => ownPlaceSchema.parse(one));
  const places = placeNames(own);

  it('says where a name is that nobody else knows, and why', () => {
    expect(inferPlace('The Mill Yard Boutique')).toBeNull();
    expect(inferPlace('The Mill Yard Boutique', { places })).toEqual({
      ...{ city: 'Chiang Mai', country: 'TH', timeZone: 'Asia/Bangkok', confidence: 1 },
      reason: '"Mill Yard" in the name, which is in your own list of places',
    });
    expect(cityPlace('mill yard', { places })?.city).toBe('Chiang Mai');
  });

  it('wins over the places of the world, which go on being known', () => {
    expect(inferPlace('Hilton Paris', { places })).toMatchObject({
      country: 'US',
      timeZone: 'America/Chicago',
    });
    expect(cityPlace('Paris', { places })).toMatchObject({ city: 'Paris', country: 'US' });
    expect(cityPlace('Lyon', { places })?.country).toBe('FR');
  });

  it('has real countries and time zones only', () => {
    expect(ownPlaceSchema.safeParse({ name: 'Here', country: 'XX' }).success).toBe(false);
    expect(ownPlaceSchema.safeParse({ name: 'Here', country: 'TH', timeZone: 'Here' }).success).toBe(false);
  });
});

describe('a country', () => {
  it('is found by daily, official, own and foreign names, and by its codes', () => {
    const asked = [
      'Thailand',
      'UK',
      'u.a.e.',
      'Viet Nam',
      'Korea',
      'TH',
      'THA',
      'ประเทศไทย',
      '日本',
      'Deutschland',
    ];
    expect(asked.map(findCountry)).toEqual(['TH', 'GB', 'AE', 'VN', 'KR', 'TH', 'TH', 'TH', 'JP', 'DE']);
  });

  it('is not found in words that are none', () => {
    expect(['Atlantis', '', 'Hilton', 'th', 'XX', 'Asia'].map(findCountry)).toEqual(Array(6).fill(null));
  });

  it('has a name in the language of the reader', () => {
    expect([countryName('TH'), countryName('th', 'de'), countryName('??')]).toEqual([
      'Thailand',
      'Thailand',
      '??',
    ]);
    expect(countryName('DE', 'fr')).toBe('Allemagne');
  });
});

describe('a region', () => {
  it('stands for its countries, by any of its names', () => {
    expect(regionCountries('Southeast Asia')).toEqual(
      expect.arrayContaining(['TH', 'VN', 'SG', 'MY', 'ID', 'PH', 'KH', 'LA', 'MM', 'BN', 'TL']),
    );
    expect(regionCountries('south-eastern asia')).toEqual(regionCountries('Southeast Asia'));
    expect(regionCountries('Gulf')?.toSorted()).toEqual(['AE', 'BH', 'KW', 'OM', 'QA', 'SA']);
    expect(regionCountries('the Gulf')).toEqual(regionCountries('GCC'));
    expect(regionCountries('Benelux')).toEqual(['BE', 'LU', 'NL']);
    expect(regionCountries('Scandinavia')).toEqual(['DK', 'NO', 'SE']);
    expect(regionCountries('Asia')).not.toContain('AU');
    expect(regionCountries('APAC')).toEqual(expect.arrayContaining(['AU', 'IN', 'JP', 'TH']));
  });

  it('is null when nobody knows it', () => {
    expect(regionCountries('Narnia')).toBeNull();
    expect(findRegion('Narnia')).toBeNull();
    expect(findRegion('asia pacific region')).toBe('Asia Pacific');
  });

  it('holds only countries that exist, each name meaning one region', () => {
    for (const { countries, name } of listRegions()) {
      expect(
        countries.filter((code) => !isCountry(code)),
        name,
      ).toEqual([]);
      expect(countries.length, name).toBeGreaterThan(1);
    }
    const names = listRegions().flatMap(({ name, aliases }) => [name, ...aliases]);
    expect(names.map((name) => findRegion(name)).filter((found) => found === null)).toEqual([]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });
});

describe('a city', () => {
  it('has its country and time zone, under other spellings and by its districts', () => {
    expect(cityPlace('Hua Hin')).toEqual({ city: 'Hua Hin', country: 'TH', timeZone: 'Asia/Bangkok' });
    expect(cityPlace('Saigon')?.city).toBe('Ho Chi Minh City');
    expect(cityPlace('Patong')?.city).toBe('Phuket');
    expect(cityPlace('Ubud')).toEqual({ city: 'Bali', country: 'ID', timeZone: 'Asia/Makassar' });
    expect(cityPlace('lyon')?.timeZone).toBe('Europe/Paris');
  });

  it('is decided among namesakes by the country, and is nobody without one', () => {
    expect([cityPlace('London')?.country, cityPlace('Barcelona')?.country]).toEqual(['GB', 'ES']);
    expect([cityPlace('Victoria'), cityPlace('Hyderabad'), cityPlace('Birmingham')]).toEqual([
      null,
      null,
      null,
    ]);
    expect(cityPlace('Victoria', { country: 'Seychelles' })?.timeZone).toBe('Indian/Mahe');
    expect(cityPlace('Valencia', { country: 'ES' })?.country).toBe('ES');
    expect(cityPlace('Bangkok', { country: 'FR' })).toBeNull();
    expect(cityPlace('Nowhere-on-Sea')).toBeNull();
  });

  it('of our own list lies in a real country and has a real time zone', () => {
    for (const place of ownPlaces) {
      const zone = ('timeZone' in place ? place.timeZone : null) ?? countryTimeZone(place.country);
      expect(isCountry(place.country) && zone !== null && isTimeZone(zone), JSON.stringify(place)).toBe(true);
    }
  });
});

describe('the place inside a name', () => {
  const place = (name: string, ignore: string[] = []) => {
    const found = inferPlace(name, { ignore });
    return found && found.confidence >= SURE_ENOUGH ? `${found.city ?? '?'} ${found.country}` : null;
  };

  it.each([
    ['Hilton Pattaya', 'Pattaya TH'],
    ['Centara Grand Mirage Beach Resort Pattaya', 'Pattaya TH'],
    ['Al Baleed Resort Salalah by Anantara', 'Salalah OM'],
    ['Anantara Resorts Maldives', '? MV'],
    ['Ascott - Citadines Berlin Kurfürstendamm', 'Berlin DE'],
    ['Valiram Group - QUIVO | Pavilion Kuala Lumpur', 'Kuala Lumpur MY'],
    ['HANCL - Tru by Hilton Lao Cai City Riverside', 'Lao Cai VN'],
    ['Cafe Colombo – Tun Razak Exchange (TRX)', 'Kuala Lumpur MY'],
    ['Phoenix Mall Bareilly', 'Bareilly IN'],
    ['Wine Connection Bistro, Porto de Phuket', 'Phuket TH'],
    ['Ascott - Citadines London Barbican', 'London GB'],
    ['Meliá Vinpearl Hue', 'Hue VN'],
  ])('of %s is %s', (name, expected) => {
    expect(place(name)).toBe(expected);
  });

  it.each([
    'Victoria',
    'Union Mall',
    'Nice Spa',
    'Mall of Asia',
    'Asia',
    "Jetts Fitness I'm China Town",
    'Punthill Manhattan',
    'Protur Bonaire Aparthotel',
    'Paradise Bar',
    'SAP Asia',
    '',
    '🎵',
  ])('of "%s" is not guessed', (name) => {
    expect(place(name)).toBeNull();
  });

  it('is surer when the name also says the country, and ignores what is the brand', () => {
    expect(inferPlace('Hotel Victoria Seychelles')).toMatchObject({ city: 'Victoria', country: 'SC' });
    expect(place('Hotel Victoria Seychelles')).toBe('Victoria SC');
    expect(place('Bangkok Burgers Lyon')).toBe('Lyon FR');
    expect(place('Bangkok Burgers', ['Bangkok Burgers'])).toBeNull();
  });

  it('says why, and has no time zone where the country has several', () => {
    expect(inferPlace('Ibis Phuket Kata')?.reason).toBe('"Kata" in the name, which is in Phuket');
    expect(inferPlace('Grab Indonesia')).toMatchObject({ country: 'ID', city: null, timeZone: null });
  });

  it('keeps to one zone where the law does', () => {
    expect(countryTimeZone('CN')).toBe('Asia/Shanghai');
    expect(placesNamed('Kashgar')[0]?.timeZone).toBe('Asia/Shanghai');
  });
});
