// Whom a statement of a brief speaks of: the words that name them, cut out of the prose around them, so that the grammar
// reads them as strictly as any request. What may restrict them is cut out with them; what stands before or behind is not.
import type { Frame } from '../frame.ts';
import { type Item, isWord } from '../items.ts';
import { readItems } from '../read-items.ts';

export type Who = {
  /** The words as they stand. */
  text: string;
  /** What stands right before them and may say more of them: “happy” restaurants. */
  beside: string | null;
  /** The statement before and behind them. */
  before: string;
  behind: string;
};

/** Null where nobody is named. */
export function findWho(frame: Frame): Who | null {
  const { reader, sentence } = frame;
  const items = readItems(reader);
  const from = items.findIndex(
    (item, at) =>
      (isSomebody(item) && !isOfThing(items, at)) || isEverybody(items, at) || isStrangeOnes(items, at),
  );
  if (from < 0) return null;
  const first = openingOf(items, from);
  const last = endOf(items, from, (item) => isBehindTopic(frame, item));
  const place = (item: Item) => {
    const own = reader.tokens.slice(item.start, item.end);
    return { start: Math.min(...own.map(({ start }) => start)), end: Math.max(...own.map(({ end }) => end)) };
  };
  const places = items.slice(first, last + 1).map(place);
  const [start, end] = [
    Math.min(...places.map((one) => one.start)),
    Math.max(...places.map((one) => one.end)),
  ];
  const text = sentence.slice(start, end);
  return {
    text,
    beside: besideOf(items, first),
    before: sentence.slice(0, start),
    behind: sentence.slice(end),
  };
}

/** What the message is about stood between, and is read by itself. */
const isBehindTopic = ({ reader, sentence, topic }: Frame, { start }: Item): boolean =>
  topic !== null &&
  sentence.slice(reader.tokens[start - 1]?.end ?? 0, reader.tokens[start]!.start).includes(topic);

const isSomebody = (item: Item): boolean =>
  // "a new app called Skyline": here nobody is.
  (['clause', 'customer', 'ambiguous'].includes(item.kind) && !/^called\b/i.test(item.text)) ||
  (item.kind === 'dated' && item.period !== null) ||
  (item.kind === 'rank' && item.size !== null);

/** “Its own big feast”: a size alone, right before a word that nothing is known of. */
const isOfThing = (items: readonly Item[], at: number): boolean => {
  const item = items[at]!;
  return (
    item.kind === 'clause' &&
    'op' in item.filter &&
    item.filter.field === 'size' &&
    items[at + 1]?.kind === 'unknown'
  );
};

/** “Our happiest customers”: what is not known of them is asked about. */
const isStrangeOnes = (items: readonly Item[], at: number): boolean =>
  items[at]!.kind === 'unknown' &&
  /est$/i.test(items[at]!.text) &&
  isWord(items[at + 1], 'nouns', 'customer');

/** "all customers", "everybody", "customers in all countries" */
const isEverybody = (items: readonly Item[], at: number): boolean =>
  (isWord(items[at], 'nouns', 'everybody') &&
    (items[at]!.text.length > 5 || isWord(items[at + 1], 'nouns', 'customer'))) ||
  (isWord(items[at], 'nouns', 'customer') &&
    items.slice(at + 1, at + 4).some(({ text }) => /\b(?:all|every|each)$/i.test(text)));

/** "the 20 largest", "all customers with …", "contracts that expire …": the noun and what counts it belong to them. */
function openingOf(items: readonly Item[], from: number): number {
  let first = from;
  while (first > 0 && belongsBefore(items[first - 1]!)) first--;
  while (first < from && isWord(items[first], 'skip') && !isWord(items[first], 'nouns')) first++;
  return first;
}

const belongsBefore = (item: Item): boolean =>
  isWord(item, 'nouns') ||
  isWord(item, 'operators', 'not', 'only', 'except', 'without') ||
  (isWord(item, 'skip') && !PRAISE.test(item.text)) ||
  item.kind === 'rank';

const PRAISE = /^(?:happy|great|good|nice|cool|perfect|lovely|wonderful|excellent|super|loyal)$/i;

/** As far as conditions, what joins them and what opens one go on; a word that nothing is known of ends it, unless a
 * restriction was opened right before it. */
function endOf(items: readonly Item[], from: number, isCut: (item: Item) => boolean): number {
  let last = from;
  let isTold = false;
  for (let at = from + 1; at < items.length; at++) {
    const item = items[at]!;
    if (isCut(item)) break;
    isTold ||= RELATIVE.test(item.text);
    // "contracts … are at risk": what is said of them, not which.
    if (!isTold && SAYS_OF.test(item.text)) break;
    if (opensRestriction(items, at) && staysUnknown(items, at)) {
      last = unknownAfter(items, at);
      at = last;
      continue;
    }
    if (isSomebody(item) || isWord(item, 'nouns', 'customer') || isCondition(item)) {
      last = at;
      continue;
    }
    if (!isJoint(item)) break;
  }
  return last;
}

const isCondition = (item: Item): boolean =>
  item.kind === 'period' ||
  item.kind === 'dated' ||
  isWord(item, 'dateWords') ||
  isWord(item, 'states') ||
  isWord(item, 'events') ||
  isWord(item, 'known') ||
  isWord(item, 'comparators') ||
  isWord(item, 'numbers');

const isJoint = (item: Item): boolean =>
  isWord(item, 'skip') ||
  isWord(item, 'operators') ||
  isWord(item, 'nouns') ||
  isWord(item, 'bounds') ||
  isWord(item, 'relatives') ||
  (item.kind === 'mark' && /^[,&/、]$/u.test(item.text));

const RELATIVE = /^(?:who|whose|which|that|where)\b/i;
const SAYS_OF = /^(?:are|is|was|were|will|would|should|can|could|may|might)\b/i;

const RESTRICTS =
  /^(?:with|without|who|whose|that|which|where|having|have|has|except|excluding|not|but not|only|near|close to|of|in|at|by|on)$/i;
const opensRestriction = (items: readonly Item[], at: number): boolean =>
  RESTRICTS.test(items[at]!.text.split(' ')[0]!);

/** How a contract stands, and how other things may: “an overdue invoice”, “an expired card”. */
const STANDING = /^(?:overdue|expired|lapsed|active|running|open|current)$/i;

/** "with a pool": nothing but fillers up to a word that nothing is known of. */
const unknownAfter = (items: readonly Item[], at: number): number =>
  items.findIndex(
    (item, other) =>
      other > at &&
      !(
        isWord(item, 'skip') ||
        isWord(item, 'operators', 'not') ||
        (other > at + 1 && STANDING.test(item.text))
      ),
  );
const staysUnknown = (items: readonly Item[], at: number): boolean =>
  items[unknownAfter(items, at)]?.kind === 'unknown';

/** Said of them and not known, or a courtesy in the place of an adjective. */
function besideOf(items: readonly Item[], first: number): string | null {
  const before = items[first - 1];
  if (!before) return null;
  if (PRAISE.test(before.text)) return before.text;
  // The first word of a statement is what is to be done.
  if (before.kind !== 'unknown' || first < 2) return null;
  return before.text.split(/\s+/).at(-1) ?? null;
}
