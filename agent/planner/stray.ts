// Words that were recognised but of which nothing can be made where they stand. Dropping one could widen the audience,
// so they count as not understood.
import { type Item, isCue, isWord } from './items.ts';
import { isRuledOutType } from './read-type.ts';

type Unknown = Extract<Item, { kind: 'unknown' }>;

export function strayWords(items: readonly Item[]): Unknown[] {
  return items
    .filter((item, at) => isStray(items, item, at))
    .map((item) => ({ kind: 'unknown', start: item.start, end: item.end, text: item.text }));
}

const isStray = (items: readonly Item[], item: Item, at: number): boolean =>
  item.kind === 'unknown' ||
  negatesNothing(items, item, at) ||
  describesSomebody(items, item, at) ||
  isSecondType(items, item) ||
  isOurLiking(items, item, at) ||
  isWhatTheySaid(items, item) ||
  boundsNothing(items, item, at) ||
  isLengthOfNoMessage(items, item, at) ||
  isSeason(items, item, at) ||
  isVague(items, item, at) ||
  isPraise(items, item, at) ||
  namesNobody(items, item, at) ||
  ordersNothing(items, item);

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
  if (!isWord(item, 'operators', 'not', 'neither', 'without', 'except') || isWord(item, 'cues')) return false;
  return !items.slice(at + 1).some(({ kind }) => CONTENT.has(kind));
}

const ADJECTIVES =
  /^(open|test|trial|pilot|back|cut|set|check|hold|plan|start|launch|stop|pause|status|progress|report)$/i;
const BEFORE = /^(with|the|all|every|our|to|for|in|of|my)$/i;

/** "hotels with open invoices", "all test customers": the word of a wish in the place of an adjective. */
function describesSomebody(items: readonly Item[], item: Item, at: number): boolean {
  if (!isCue(item) || !ADJECTIVES.test(item.text)) return false;
  const [before, next] = [items[at - 1], items[at + 1]];
  const isNext = next?.kind === 'clause' || next?.kind === 'unknown' || isWord(next, 'nouns');
  return isNext && before !== undefined && BEFORE.test(before.text.split(' ').at(-1) ?? '');
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

/** "hotels with a short contract": of the message it may be said, of nothing else. */
function isLengthOfNoMessage(items: readonly Item[], item: Item, at: number): boolean {
  if (!isWord(item, 'lengths')) return false;
  const next = items.slice(at + 1).find((one) => !isWord(one, 'tones') && !isWord(one, 'lengths'));
  return (
    (next?.kind === 'clause' && next.isHead) || isWord(next, 'nouns', 'customer') || isWord(next, 'dateWords')
  );
}

/** "nothing bought since …": since when? */
function boundsNothing(items: readonly Item[], item: Item, at: number): boolean {
  if (!/^(since|until|till|prior to|no later than|no earlier than)$/i.test(item.text)) return false;
  const next = items.slice(at + 1).find((one) => !isWord(one, 'skip'));
  return (
    !['period', 'dated', 'clause', 'type', 'now'].includes(next?.kind ?? '') && !isCue(next, 'send', 'draft')
  );
}

/** "the hotels I like": behind those whom it says something of. */
function isOurLiking(items: readonly Item[], item: Item, at: number): boolean {
  const [who, before] = [items[at - 1], items[at - 2]];
  const isOurs = /^(like|love|know|want|need)$/i.test(item.text) && /^(i|we)$/i.test(who?.text ?? '');
  const next = items[at + 1];
  return (
    isOurs &&
    (before?.kind === 'clause' || isWord(before, 'nouns')) &&
    (next === undefined || next.kind === 'mark')
  );
}

const REPLIES = ['complaint', 'accept', 'decline', 'later', 'question', 'callback', 'optOut', 'urgent'];

/** "a survey to gyms, no complainers": of those who get a message, what they answered would say which. */
const isWhatTheySaid = (items: readonly Item[], item: Item): boolean =>
  item.kind === 'word' &&
  item.senses.length > 0 &&
  item.senses.every(({ kind, value }) => kind === 'cues' && REPLIES.includes(value)) &&
  !/^urgent/i.test(item.text) &&
  items.some((one) => one.kind === 'type' || isCue(one, 'draft')) &&
  items.some((one) => one.kind === 'clause' || isWord(one, 'nouns'));

/** "some of the gyms": which? */
const isVague = (items: readonly Item[], item: Item, at: number): boolean => {
  if (!/^some( of)?$/i.test(item.text)) return false;
  const next = items.slice(at + 1).find((one) => !isWord(one, 'skip'));
  return (next?.kind === 'clause' && next.isHead) || isWord(next, 'nouns', 'customer');
};

/** "the nice hotels", "local gyms": a courtesy or a filler in the place of an adjective says of whom. */
const isPraise = (items: readonly Item[], item: Item, at: number): boolean => {
  if (!PRAISE.test(item.text)) return false;
  const [before, next] = [items[at - 1], items[at + 1]];
  const isOpening = before === undefined || before.kind === 'mark';
  return !isOpening && ((next?.kind === 'clause' && next.isHead) || isWord(next, 'nouns', 'customer'));
};
const PRAISE =
  /^(great|good|nice|cool|perfect|local|different|happy|lovely|wonderful|excellent|possible|super|alone)$/i;

/** "customers by value": an order, but of how many? */
const ordersNothing = (items: readonly Item[], item: Item): boolean =>
  item.kind === 'rank' &&
  item.size === null &&
  !items.some((other) => other.kind === 'rank' && other.size !== null);

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
