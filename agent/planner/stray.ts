// Words that were recognised but of which nothing can be made where they stand. Dropping one could widen the audience,
// so they count as not understood.
import { type Item, isCue, isWord } from './items.ts';
import { isRuledOutType } from './read-type.ts';
import { saysWhich } from './stray-qualities.ts';

type Unknown = Extract<Item, { kind: 'unknown' }>;

export function strayWords(items: readonly Item[]): Unknown[] {
  return items
    .filter((item, at) => isStray(items, item, at))
    .map((item) => ({
      kind: 'unknown',
      // A name is asked for as a whole, so that the answer takes its whole place.
      start: strangeName(items, item) ? items[items.indexOf(item) - 1]!.start : item.start,
      end: item.end,
      text: gotten(items, item) ?? strangeName(items, item) ?? item.text,
    }));
}

/** "clients who never got a survey": which kinds of message somebody got is no condition that we have. */
function gotten(items: readonly Item[], item: Item): string | null {
  if (item.kind !== 'type' && !isWord(item, 'typeVerbs') && !isWord(item, 'occasions')) return null;
  const before = items.filter(({ end }) => end <= item.start).map(({ text }) => text);
  const deed = GOTTEN.exec(before.join(' '))?.[0];
  return deed ? `${deed} ${item.text}` : null;
}

const GOTTEN =
  /\b(?:(?:never|not|n[’']t|yet to)(?: \w+){0,2}|(?:who|that|which|they)(?: (?:have|has|had|already|recently|just|were|was|been))*) (?:got|get|gotten|received?|had|been sent|sent|seen)(?: (?:an?|the|our|any|their|this|that|my|his|her))?$/iu;

/** "renewal reminders for Motel One": a name that nobody has, and not every motel. */
function strangeName(items: readonly Item[], item: Item): string | null {
  const before = items[items.indexOf(item) - 1];
  const isName =
    item.kind === 'word' &&
    /^(?:One|Two|Three|Plus|Only)$/.test(item.text) &&
    before?.kind === 'clause' &&
    before.facet === 'type' &&
    before.start > 0 &&
    before.end === item.start &&
    /^\p{Lu}.*[^s]$/u.test(before.text);
  return isName ? `${before.text} ${item.text}` : null;
}

const isStray = (items: readonly Item[], item: Item, at: number): boolean =>
  item.kind === 'unknown' ||
  negatesNothing(items, item, at) ||
  saysWhich({ items, at }) ||
  isSecondType(items, item) ||
  boundsNothing(items, item, at) ||
  (isWord(item, 'dateWords', 'contract_start:past') && !isCue(item)) ||
  isSeason(items, item, at) ||
  namesNobody(items, item, at) ||
  isForNobody(items, item) ||
  isCondition(items, item, at) ||
  ordersNothing(items, item) ||
  isVagueDeed(items, item, at) ||
  strangeName(items, item) !== null ||
  gotten(items, item) !== null;

const CONTENT = new Set([
  'clause',
  'customer',
  'dated',
  'period',
  'channel',
  'role',
  'ambiguous',
  'unknown',
  'type',
]);

/** "customers we have not contacted": what is not? */
function negatesNothing(items: readonly Item[], item: Item, at: number): boolean {
  // "the customers in Hua Hin not yet confirm"
  const isMidway =
    /^not yet$/i.test(item.text) && at > 0 && items[at - 1]!.kind !== 'mark' && at < items.length - 1;
  if (isMidway) return !CONTENT.has(items[at + 1]!.kind);
  if (!isWord(item, 'operators', 'not', 'neither', 'without', 'except') || isWord(item, 'cues')) return false;
  return !items.slice(at + 1).some(({ kind }) => CONTENT.has(kind));
}

/** "lapsed last summer", "expiring in winter": which months those are differs from place to place. */
const isSeason = (items: readonly Item[], item: Item, at: number): boolean =>
  isWord(item, 'occasions', 'summer', 'winter') &&
  (['in', 'during', 'by', 'before', 'after', 'until'].includes(items[at - 1]?.text.toLowerCase() ?? '') ||
    items.slice(0, at).some((other) => other.kind === 'dated' || isWord(other, 'dateWords')));
/** "account manager", "lacking": of whom, of what? */
const namesNobody = (items: readonly Item[], item: Item, at: number): boolean => {
  if (isWord(item, 'naming', 'owner')) return !isCue(item);
  const next = items.slice(at + 1).find((one) => !isWord(one, 'skip'));
  return (
    /^(without|with no|has no|have no|having no|lacks?|lacking|missing)$/i.test(item.text) &&
    next?.kind === 'word'
  );
};

/** "make sure that nobody at Accor gets the price notice": who does is not said. */
const isForNobody = (items: readonly Item[], item: Item): boolean =>
  /^(nobody|no one|none of the)\b/i.test(item.text) &&
  items.some(({ start, text }) => start > item.start && /^(gets?|receives?|hears?)$/i.test(text));

/** "send it to all gyms when they open": no time to send, and nothing that they did. */
const isCondition = (items: readonly Item[], item: Item, at: number): boolean =>
  item.kind === 'clause' &&
  item.facet === 'event' &&
  /\b(?:when|whenever|once|after|until|as soon as) (?:they|it)\b/i.test(
    items
      .slice(Math.max(0, at - 2), at + 1)
      .map(({ text }) => text)
      .join(' '),
  );

/** "nothing bought since …": since when? */
function boundsNothing(items: readonly Item[], item: Item, at: number): boolean {
  if (!/^(since|until|till|prior to|no later than|no earlier than)$/i.test(item.text)) return false;
  const next = items.slice(at + 1).find((one) => !isWord(one, 'skip'));
  return (
    !['period', 'dated', 'clause', 'type', 'now'].includes(next?.kind ?? '') && !isCue(next, 'send', 'draft')
  );
}

/** "people who buy a lot", "who rarely answer": how much or how often that is, nobody knows. */
function isVagueDeed(items: readonly Item[], item: Item, at: number): boolean {
  const isOften = /^(?:a )?(?:lots?|much|often|plenty|frequently|regularly|heavily|loads)$/i.test(item.text);
  const before = items.slice(0, at).findLast((one) => !/^(?:an?|very|quite|so|pretty|too)$/i.test(one.text));
  return isOften && before?.kind === 'clause' && JSON.stringify(before.filter).includes('"op":"did"');
}

/** "customers by value": an order, but of how many? */
const ordersNothing = (items: readonly Item[], item: Item): boolean =>
  item.kind === 'rank' &&
  item.size === null &&
  !isOrderOfList(item) &&
  !items.some((other) => other.kind === 'rank' && other.size !== null);

/** "…, sorted by value": nobody more and nobody fewer; told, as lists stand in the order of names. */
export const isOrderOfList = (item: Item): boolean =>
  item.kind === 'rank' && item.size === null && /^(sort|order)| first$/i.test(item.text);

/** "send renewal reminders to survey customers" */
const isSecondType = (items: readonly Item[], item: Item): boolean =>
  item.kind === 'type' &&
  // "a technical announcement", "a seasonal newsletter": the first word says which.
  !(item.type === 'announcement' && items[items.indexOf(item) - 1]?.kind === 'type') &&
  items.some(
    (other) =>
      other.kind === 'type' &&
      other.start < item.start &&
      other.type !== item.type &&
      !isRuledOutType(items, item) &&
      !isRuledOutType(items, other),
  );
