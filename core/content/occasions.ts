// Which feast a seasonal greeting is for: the one that the person named, else the next one of the recipient's country.
import { type CalendarDate, plainDate } from '../../lib/dates.ts';
import { fold } from '../../lib/text.ts';
import { DATED, keepsOccasion, nextDate } from './holiday-calendar.ts';
import { ANY_SEASON, OCCASIONS, type Occasion } from './occasion-list.ts';

/** `inDays` to its first day, negative while it goes on, null where it has none or the person chose it. */
export type Occasional = { name: string; on: CalendarDate | null; inDays: number | null };

type Asked = { topic: string | null; country: string | null; asOf: CalendarDate };

// A country's great feast is worth waiting for; others are greeted when they are near.
const GREAT_WITHIN = 90;
const OTHER_WITHIN = 60;

/**
 * The occasion that the topic names. Else, for the country (ISO 3166-1 alpha-2) on the day of sending: its great feast
 * when that is within 90 days, the nearest public feast within 60, its great feast whenever that is. Without any, the
 * festive season.
 */
export function occasionFor({ topic, country, asOf }: Asked): Occasional {
  const named = occasionNamed(topic)?.name;
  if (named) return { name: named, on: null, inDays: null };
  if (!country) return { name: ANY_SEASON, on: null, inDays: null };
  const key = `${country} ${asOf}`;
  const found = chosen.get(key) ?? choose({ country, asOf });
  if (chosen.size > 5000) chosen.clear();
  chosen.set(key, found);
  return found;
}

const chosen = new Map<string, Occasional>();

type Day = { country: string; asOf: CalendarDate };

function choose(day: Day): Occasional {
  const { country, asOf } = day;
  const great = OCCASIONS.find(({ countries }) => countries.includes(country));
  const ofGreat = great && dated(great, day);
  if (ofGreat && (ofGreat.inDays ?? 0) <= GREAT_WITHIN) return ofGreat;
  const year = Number(asOf.slice(0, 4));
  const near = DATED.filter((one) => keepsOccasion(country, one, year))
    .map((one) => dated(one, day))
    .filter(({ inDays }) => inDays !== null && inDays <= OTHER_WITHIN)
    .sort((a, b) => (a.inDays ?? 0) - (b.inDays ?? 0));
  return near[0] ?? ofGreat ?? { name: ANY_SEASON, on: null, inDays: null };
}

function dated(occasion: Occasion, { country, asOf }: Day): Occasional {
  const on = nextDate(occasion, { country, from: asOf });
  return { name: occasion.name, on, inDays: on ? plainDate(asOf).until(plainDate(on)).days : null };
}

// The longest words first: "chinese new year" is not "new year".
const byWords = OCCASIONS.flatMap(({ name, words }) => words.map((word) => ({ name, word }))).sort(
  (a, b) => b.word.length - a.word.length,
);

const PLAIN = new Set(
  'the a our for happy merry joyful wish wishes wishing warm greeting greetings season seasons seasonal festival holiday holidays campaign message card'.split(
    ' ',
  ),
);

/** Whether the topic says nothing but which occasion it is. */
export function isOnlyOccasion(topic: string): boolean {
  const named = occasionNamed(topic);
  if (named === undefined) return false;
  const rest = ` ${fold(topic)} `.replace(` ${named.word} `, ' ').split(' ');
  return rest.every((word) => word === '' || /^20\d\d$/.test(word) || PLAIN.has(word));
}

/** The occasion whose words stand in a topic, the longest first. */
export function occasionNamed(topic: string | null): Named {
  if (!topic) return undefined;
  // One topic serves thousands of letters.
  if (asked.topic === topic) return asked.named;
  const words = ` ${fold(topic)} `;
  asked = { topic, named: byWords.find(({ word }) => words.includes(` ${word} `)) };
  return asked.named;
}
type Named = { name: string; word: string } | undefined;

let asked: { topic: string | null; named: Named } = { topic: null, named: undefined };
