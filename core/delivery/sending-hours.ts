// When messages may go out, by the recipient's own clock and calendar.
import { Temporal } from 'temporal-polyfill';
import { addDays, instantAt, isTimeZone } from '../../lib/dates.ts';
import { isPublicHoliday } from '../content/holiday-calendar.ts';
import type { TenantSettings } from '../tenants/settings.ts';
import { quietUntil } from './quiet-hours.ts';

/** Where a customer is, as far as it is known. */
export type Place = { timeZone: string | null; country: string | null };
export type Hours = Pick<TenantSettings, 'timeZone' | 'quietHours' | 'sendWindow'>;

/** How the claim tells places apart. */
export const placeKey = ({ timeZone, country }: Place): string => `${timeZone ?? ''}|${country ?? ''}`;

/** The place that a key names. */
export function placeOf(key: string): Place {
  const [timeZone, country] = key.split('|');
  return { timeZone: timeZone || null, country: country || null };
}

/** The customer's own zone where it is known and real, else all that its country has, else the workspace's. */
export function zonesOf({ timeZone, country }: Place, fallback: string): readonly string[] {
  if (timeZone !== null && isTimeZone(timeZone)) return [timeZone];
  const zones = country && /^[A-Z]{2}$/.test(country) ? zonesIn(country) : [];
  return zones.length > 0 ? zones : [fallback];
}

type RegionLocale = Intl.Locale & { getTimeZones(): string[] | undefined };
// Asked of every place with every look for due messages; there are at most 676.
const zonesOfRegions = new Map<string, readonly string[]>();

function zonesIn(region: string): readonly string[] {
  const zones =
    zonesOfRegions.get(region) ??
    (new Intl.Locale('und', { region }) as RegionLocale).getTimeZones()?.filter(isTimeZone) ??
    [];
  zonesOfRegions.set(region, zones);
  return zones;
}

// More than a month, whatever closes it: two clock changes a day, several zones.
const STEPS = 400;

/**
 * The first moment from `at` on at which it may go out there; null when that is `at` itself. An unknown zone is open
 * when every zone that it may be is; where those never are together, the workspace's stands for it. `answer`: to
 * somebody who wrote, outside the quiet hours; `campaign`: in the sending window as well.
 */
export function opensAt(
  at: Date,
  place: Place,
  rules: { hours: Hours; kind: 'answer' | 'campaign' },
): Date | null {
  const { hours, kind } = rules;
  const zones = zonesOf(place, hours.timeZone);
  let open = at;
  for (let step = 0; step < STEPS; step += 1) {
    const closed = zones.flatMap(
      (zone) =>
        quietUntil(open, zone, hours.quietHours) ??
        (kind === 'campaign' ? windowOpens(open, { ...place, timeZone: zone }, hours.sendWindow) : null) ??
        [],
    );
    if (closed.length === 0) return open.getTime() === at.getTime() ? null : open;
    open = new Date(Math.max(...closed.map((end) => end.getTime())));
  }
  return zones.length > 1 ? opensAt(at, { ...place, timeZone: hours.timeZone }, rules) : open;
}

type Zoned = Place & { timeZone: string };

/** When the sending window opens next in that zone; null while it is open. A day is judged again where it begins. */
function windowOpens(at: Date, { timeZone, country }: Zoned, window: Hours['sendWindow']): Date | null {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  const date = local.toPlainDate().toString();
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  const isFree =
    !window.days.includes(local.dayOfWeek) ||
    (window.skipsHolidays && country !== null && isPublicHoliday(country, date));
  if (isFree || (window.to !== null && time >= window.to))
    return instantAt(addDays(date, 1), '00:00', timeZone);
  return window.from !== null && time < window.from ? instantAt(date, window.from, timeZone) : null;
}

const judged = new WeakMap<readonly Place[], { minute: number; keys: OpenPlaces }>();
export type OpenPlaces = { awake: string[]; open: string[] };

/** Which of these places are outside their quiet hours, and in which of them campaigns may go out; judged once a minute. */
export function openPlaces(places: readonly Place[], { at, hours }: { at: Date; hours: Hours }): OpenPlaces {
  const minute = Math.floor(at.getTime() / 60_000);
  const known = judged.get(places);
  if (known?.minute === minute) return known.keys;
  const openFor = (kind: 'answer' | 'campaign') =>
    places.filter((place) => opensAt(at, place, { hours, kind }) === null).map(placeKey);
  const keys = { awake: openFor('answer'), open: openFor('campaign') };
  judged.set(places, { minute, keys });
  return keys;
}
