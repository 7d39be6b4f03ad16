import { addDays, type CalendarDate, plainDate } from '../../lib/dates.ts';
import type { Demonstration } from './demonstration.ts';
import type { Random } from './random.ts';

export type Site = {
  name: string;
  brand: string | null;
  type: string;
  platform: string;
  region: Demonstration['regions'][string];
  units: string[];
  startsOn: CalendarDate | null;
  endsOn: CalendarDate | null;
};

const HILTONS = ['Hilton', 'Hilton Garden Inn', 'Tru by Hilton', 'DoubleTree by Hilton'];
const EXPIRING_IN_OCTOBER = 12;
const LAPSED_IN_OCTOBER = 4;

type Input = { random: Random; today: CalendarDate; data: Demonstration };

/** Names, units and terms of all sites; the same for the same day. */
export function planSites({ random, today, data }: Input): Site[] {
  const taken = new Set<string>();
  const sites = data.brands.flatMap((brand) => {
    const choices = random.shuffle(
      brand.regions.flatMap((region) =>
        data.regions[region]!.places.flatMap((place) =>
          brand.patterns.map((pattern) => ({ region, place, pattern })),
        ),
      ),
    );
    return choices
      .map((choice) => ({ ...choice, name: fillName(choice, random) }))
      .filter(({ name }) => !taken.has(name) && taken.add(name))
      .slice(0, brand.sites)
      .map(({ name, region }) => ({
        name,
        brand: brand.brand,
        type: brand.type,
        platform: brand.platform,
        region: data.regions[region]!,
        units: unitsOf({ random, areas: data.areas[brand.areas]! }),
        ...termOf({ random, today }),
      }));
  });
  return withOctobers(sites, { random, today });
}

function fillName({ place, pattern }: { place: string; pattern: string }, random: Random): string {
  const code = `VN${place
    .replace(/[^A-Za-z]/g, '')
    .slice(0, 3)
    .toUpperCase()}`;
  return pattern
    .replace('{place}', place)
    .replace('{code}', code)
    .replace('{number}', String(random.int(20_000, 20_999)));
}

// Most sites are small, a few have more than ten zones.
function unitsOf({ random, areas }: { random: Random; areas: readonly string[] }): string[] {
  const draw = random.next();
  const wanted = draw < 0.5 ? random.int(1, 3) : draw < 0.9 ? random.int(4, 8) : random.int(9, 14);
  const count = Math.min(wanted, areas.length);
  return random.shuffle(areas).slice(0, count);
}

// One in seven does not say; one in eight has lapsed this year; the rest end within fourteen months.
function termOf({ random, today }: { random: Random; today: CalendarDate }) {
  const draw = random.next();
  if (draw < 0.14) return { startsOn: null, endsOn: null };
  const endsOn = draw < 0.26 ? addDays(today, -random.int(3, 300)) : addDays(today, random.int(1, 425));
  return { startsOn: random.chance(0.7) ? startFor(endsOn, today) : null, endsOn };
}

// A term of one year, or of two where it would else not have begun.
function startFor(endsOn: CalendarDate, today: CalendarDate): CalendarDate {
  const years = endsOn > addDays(today, 360) ? 2 : 1;
  return plainDate(addDays(endsOn, 1)).subtract({ years }).toString();
}

/** So that the first sentence that anybody tries finds something: Hiltons that expire in the coming October. */
function withOctobers(sites: Site[], { random, today }: Pick<Input, 'random' | 'today'>): Site[] {
  const day = plainDate(today);
  const coming = day.month <= 10 ? day.year : day.year + 1;
  const wanted = [
    ...Array<number>(EXPIRING_IN_OCTOBER).fill(coming),
    ...Array<number>(LAPSED_IN_OCTOBER).fill(coming - 1),
  ];
  const hiltons = random.shuffle(sites.filter(({ brand }) => brand !== null && HILTONS.includes(brand)));
  for (const [at, year] of wanted.entries()) {
    const site = hiltons[at];
    if (!site) continue;
    site.endsOn = `${year}-10-${String(random.int(27, 31)).padStart(2, '0')}`;
    site.startsOn = startFor(site.endsOn, today);
  }
  return sites;
}
