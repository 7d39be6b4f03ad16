// Regions as people say them, as lists of countries. Where the words are those of the United Nations' M49 list, the
// countries come from there; the rest are common trade usage and are spelled out.
import { fold } from '../../lib/text.ts';
import { countryCodes, worldRegion } from './countries.ts';

export type Region = { name: string; aliases: readonly string[]; countries: readonly string[] };

const inSubregions = (...names: string[]): string[] =>
  countryCodes().filter((code) => names.includes(worldRegion(code)?.subregion ?? ''));
const inRegion = (name: string): string[] =>
  countryCodes().filter((code) => worldRegion(code)?.region === name);
const codes = (text: string): string[] => text.split(' ');

const MIDDLE_EAST = codes('AE BH CY EG IL IQ IR JO KW LB OM PS QA SA SY TR YE');
const NORDIC = codes('DK FI IS NO SE');

const REGIONS: readonly Region[] = [
  { name: 'Asia', aliases: [], countries: inRegion('Asia') },
  { name: 'Europe', aliases: ['European'], countries: [...inRegion('Europe'), 'CY'] },
  { name: 'Africa', aliases: [], countries: inRegion('Africa') },
  { name: 'Americas', aliases: ['America and the Caribbean'], countries: inRegion('Americas') },
  { name: 'Oceania', aliases: [], countries: inRegion('Oceania') },
  {
    name: 'Southeast Asia',
    aliases: ['South-Eastern Asia', 'South East Asia', 'SE Asia', 'SEA'],
    countries: inSubregions('South-Eastern Asia'),
  },
  {
    name: 'ASEAN',
    aliases: ['ASEAN countries'],
    countries: codes('BN ID KH LA MM MY PH SG TH TL VN'),
  },
  {
    name: 'East Asia',
    aliases: ['Eastern Asia', 'Far East', 'North Asia', 'Northeast Asia', 'North East Asia'],
    countries: inSubregions('Eastern Asia'),
  },
  {
    name: 'South Asia',
    aliases: ['Southern Asia', 'Indian subcontinent', 'Subcontinent'],
    countries: codes('AF BD BT IN LK MV NP PK'),
  },
  { name: 'Central Asia', aliases: [], countries: inSubregions('Central Asia') },
  { name: 'West Asia', aliases: ['Western Asia'], countries: inSubregions('Western Asia') },
  {
    name: 'Asia Pacific',
    aliases: ['APAC', 'Asia-Pacific', 'Asia and the Pacific'],
    countries: [
      ...inSubregions('South-Eastern Asia', 'Eastern Asia'),
      ...codes('AF BD BT IN LK MV NP PK'),
      ...inRegion('Oceania'),
    ],
  },
  {
    name: 'Indochina',
    aliases: ['Mekong', 'Greater Mekong', 'Mekong region'],
    countries: codes('KH LA MM TH VN'),
  },
  { name: 'Greater China', aliases: ['Chinese region'], countries: codes('CN HK MO TW') },
  { name: 'Indian Ocean', aliases: ['Indian Ocean islands'], countries: codes('KM LK MG MU MV RE SC YT') },
  { name: 'Middle East', aliases: ['Mideast', 'Near East'], countries: MIDDLE_EAST },
  {
    name: 'The Gulf',
    aliases: ['Gulf', 'GCC', 'Gulf states', 'Gulf countries', 'Arabian Gulf'],
    countries: codes('AE BH KW OM QA SA'),
  },
  {
    name: 'MENA',
    aliases: ['Middle East and North Africa'],
    countries: [...MIDDLE_EAST, ...codes('DZ LY MA SD TN')],
  },
  {
    name: 'EMEA',
    aliases: ['Europe, the Middle East and Africa'],
    countries: [...inRegion('Europe'), ...MIDDLE_EAST, ...inRegion('Africa')],
  },
  { name: 'Scandinavia', aliases: ['Scandinavian countries'], countries: codes('DK NO SE') },
  { name: 'Nordics', aliases: ['Nordic countries', 'Nordic', 'The Nordics'], countries: NORDIC },
  { name: 'Baltics', aliases: ['Baltic states', 'Baltic'], countries: codes('EE LT LV') },
  { name: 'Benelux', aliases: ['Low Countries'], countries: codes('BE LU NL') },
  { name: 'DACH', aliases: ['German-speaking countries'], countries: codes('AT CH DE LI') },
  { name: 'Iberia', aliases: ['Iberian peninsula'], countries: codes('AD ES GI PT') },
  {
    name: 'British Isles',
    aliases: ['UK and Ireland', 'UK & Ireland'],
    countries: codes('GB GG IE IM JE'),
  },
  {
    name: 'Balkans',
    aliases: ['The Balkans', 'Southeast Europe', 'South East Europe'],
    countries: codes('AL BA BG GR HR ME MK RO RS SI XK'),
  },
  {
    name: 'Mediterranean',
    aliases: ['The Mediterranean', 'Med'],
    countries: codes('AL CY DZ EG ES FR GR HR IL IT LB LY MA MC ME MT SI SY TN TR'),
  },
  {
    name: 'European Union',
    aliases: ['EU'],
    countries: codes('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'),
  },
  {
    name: 'Western Europe',
    aliases: ['West Europe'],
    countries: codes('AD AT BE CH DE ES FR GB IE IT LI LU MC NL PT'),
  },
  { name: 'Northern Europe', aliases: ['North Europe'], countries: inSubregions('Northern Europe') },
  {
    name: 'Southern Europe',
    aliases: ['South Europe'],
    countries: codes('AD CY ES GI GR IT MT PT SM VA'),
  },
  {
    name: 'Central Europe',
    aliases: ['Middle Europe'],
    countries: codes('AT CH CZ DE HU LI PL SI SK'),
  },
  {
    name: 'Eastern Europe',
    aliases: ['East Europe', 'Central and Eastern Europe', 'CEE'],
    countries: codes('BG BY CZ HU MD PL RO RU SK UA'),
  },
  {
    name: 'North Africa',
    aliases: ['Northern Africa', 'Maghreb'],
    countries: inSubregions('Northern Africa'),
  },
  {
    name: 'Sub-Saharan Africa',
    aliases: ['Subsaharan Africa'],
    countries: inSubregions('Eastern Africa', 'Western Africa', 'Middle Africa', 'Southern Africa'),
  },
  { name: 'North America', aliases: ['Northern America'], countries: codes('BM CA GL MX PM US') },
  { name: 'South America', aliases: [], countries: inSubregions('South America') },
  { name: 'Central America', aliases: [], countries: inSubregions('Central America') },
  { name: 'Caribbean', aliases: ['The Caribbean', 'West Indies'], countries: inSubregions('Caribbean') },
  {
    name: 'Latin America',
    aliases: ['LATAM', 'Latin America and the Caribbean'],
    countries: ['MX', ...inSubregions('South America', 'Central America', 'Caribbean')],
  },
  { name: 'Australasia', aliases: ['Australia and New Zealand', 'ANZ'], countries: codes('AU NZ') },
  {
    name: 'Pacific islands',
    aliases: ['South Pacific', 'The Pacific'],
    countries: inSubregions('Melanesia', 'Micronesia', 'Polynesia'),
  },
];

const byName = new Map(
  REGIONS.flatMap((region) =>
    [region.name, ...region.aliases].map((name) => [regionKey(name), region] as const),
  ),
);

/** All regions that have a name here, each with its other names and its ISO country codes. */
export const listRegions = (): readonly Region[] => REGIONS;

/** ISO codes of a region's countries by any of its names, without case, accents or "the"; null for an unknown one. */
export const regionCountries = (region: string): string[] | null => {
  const found = byName.get(regionKey(region));
  return found ? [...new Set(found.countries)] : null;
};

/** The part of the world that a country is in ("Southeast Asia"), as the United Nations' list has it. */
export function countryRegion(country: string): string | null {
  const world = worldRegion(country);
  return world && (findRegion(world.subregion) ?? world.subregion);
}

/** The name of a region as listed, from any of its names. */
export const findRegion = (text: string): string | null => byName.get(regionKey(text))?.name ?? null;

function regionKey(name: string): string {
  return fold(name)
    .replace(/^the /, '')
    .replace(/ (region|area)$/, '');
}
