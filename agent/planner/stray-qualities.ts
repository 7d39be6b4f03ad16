// Words that say which of the customers are meant by what no field holds: "the nice ones", "hotels with a bar", "those
// we like". Each is known for something else that it says elsewhere, and must not be passed over here.
import { type Item, isCue, isWord } from './items.ts';

type Place = { items: readonly Item[]; at: number };

export const saysWhich = (place: Place): boolean =>
  describesSomebody(place) ||
  isOurLiking(place) ||
  isWhatTheySaid(place) ||
  isMannerOfNoMessage(place) ||
  isVague(place) ||
  isPraise(place) ||
  isOtherPartners(place) ||
  isWhatTheyHave(place) ||
  isSeaside(place) ||
  isOpenPlace(place) ||
  isContactOfTheirs(place);

const isHead = (item: Item | undefined): boolean => item?.kind === 'clause' && item.isHead;
const isSkip = (item: Item): boolean => isWord(item, 'skip');
const nextOf = ({ items, at }: Place, isPassed: (item: Item) => boolean = isSkip): Item | undefined =>
  items.slice(at + 1).find((one) => !isPassed(one));

const ADJECTIVES =
  /^(open|test|trial|pilot|back|cut|set|check|hold|plan|start|launch|stop|pause|status|progress|report)$/i;
const BEFORE = /^(with|the|all|every|our|to|for|in|of|my)$/i;

/** "hotels with open invoices", "all test customers": the word of a wish in the place of an adjective. */
function describesSomebody({ items, at }: Place): boolean {
  const [before, item, next] = [items[at - 1], items[at]!, items[at + 1]];
  if (!isCue(item) || !ADJECTIVES.test(item.text)) return false;
  const isNext = next?.kind === 'clause' || next?.kind === 'unknown' || isWord(next, 'nouns');
  return isNext && before !== undefined && BEFORE.test(before.text.split(' ').at(-1) ?? '');
}

/** "the hotels I like", "gyms that we love in Krabi": behind those whom it says something of. */
function isOurLiking({ items, at }: Place): boolean {
  if (!/^(like|love|know|want|need)$/i.test(items[at]!.text)) return false;
  if (/^(us|our|me|my)\b/i.test(items[at + 1]?.text ?? ''))
    return /^(who|that|which|those|they)$/i.test(items[at - 1]?.text ?? '');
  if (!/\b(i|we)$/i.test(items[at - 1]?.text ?? '')) return false;
  const whom = items.slice(0, at - 1).findLast((one) => !/^(that|which|who|whom)$/i.test(one.text));
  const next = items[at + 1];
  return (
    (['clause', 'dated', 'period', 'customer', 'channel'].includes(whom?.kind ?? '') ||
      isWord(whom, 'nouns')) &&
    !/^(to|you|it|this|a|an|the)\b/i.test(next?.text ?? '')
  );
}

const REPLIES = ['complaint', 'accept', 'decline', 'later', 'question', 'callback', 'optOut', 'urgent'];

/** "a survey to gyms, no complainers": of those who get a message, what they answered would say which. */
const isWhatTheySaid = ({ items, at }: Place): boolean => {
  const item = items[at]!;
  return (
    item.kind === 'word' &&
    item.senses.length > 0 &&
    item.senses.every(({ kind, value }) => kind === 'cues' && REPLIES.includes(value)) &&
    !/^urgent/i.test(item.text) &&
    items.some(
      (one) =>
        one.kind === 'type' ||
        isCue(one, 'draft', 'show', 'count', 'drop', 'narrow', 'send', 'sendIt') ||
        isWord(one, 'operators', 'only', 'except', 'without', 'not') ||
        isHead(one),
    ) &&
    items.some(
      (one) => one.kind === 'clause' || isWord(one, 'nouns') || /^(those|they|them)$/i.test(one.text),
    )
  );
};

/** "hotels with a short contract", "just the friendly ones": of the message it may be said, of nothing else. */
function isMannerOfNoMessage(place: Place): boolean {
  const isManner = (item: Item | undefined): boolean => isWord(item, 'tones') || isWord(item, 'lengths');
  const item = place.items[place.at]!;
  if (!isManner(item)) return false;
  const next = nextOf(place, isManner);
  const isWho = isHead(next) || isWord(next, 'nouns', 'customer');
  return isWord(item, 'lengths') ? isWho || isWord(next, 'dateWords') : isWho && !isOfMessage(place);
}

/** "a friendly customer survey" */
const isOfMessage = ({ items, at }: Place): boolean =>
  items.slice(at + 1, at + 4).some((one) => one.kind === 'type' || isCue(one, 'draft', 'send'));

/** "every second hotel": which half? */
const isEverySecond = ({ items, at }: Place): boolean =>
  /^(second|other|third|fourth|fifth|tenth|\d+(st|nd|rd|th))$/i.test(items[at]!.text) &&
  /^every$/i.test(items[at - 1]?.text ?? '') &&
  (isHead(items[at + 1]) || isWord(items[at + 1], 'nouns'));

/** "some of the gyms": which? */
const isVague = (place: Place): boolean => {
  if (isEverySecond(place)) return true;
  if (!/^some( of)?$/i.test(place.items[place.at]!.text)) return false;
  const next = nextOf(place);
  return isHead(next) || isWord(next, 'nouns', 'customer');
};

/** "the nice hotels", "local gyms": a courtesy or a filler in the place of an adjective says of whom. */
const isPraise = ({ items, at }: Place): boolean => {
  if (!PRAISE.test(items[at]!.text)) return false;
  const [before, next] = [items[at - 1], items[at + 1]];
  const isOpening = before === undefined || before.kind === 'mark';
  const isAfterThe = /^(the|all|only the|just the)$/i.test(before?.text ?? '');
  return (!isOpening || isAfterThe) && (isHead(next) || isWord(next, 'nouns', 'customer'));
};
const PRAISE =
  /^(great|good|nice|cool|perfect|local|different|happy|lovely|wonderful|excellent|possible|super|alone|loud)$/i;

const ANYBODY = /^(customers?|clients?|accounts?|ones?|people|contacts?|contracts?|sites?|properties)$/i;

/** "hotels, partners only", "gyms, no resellers": a word for customers that here says which. */
function isOtherPartners({ items, at }: Place): boolean {
  const item = items[at]!;
  if (!isWord(item, 'nouns', 'customer') || isCue(item) || ANYBODY.test(item.text)) return false;
  const [before, next] = [items[at - 1], items[at + 1]];
  const isOut =
    isWord(before, 'operators', 'except', 'not', 'without', 'only') || isCue(before, 'drop', 'narrow');
  return isOut || isWord(next, 'operators', 'only', 'exceptAfter') || isCue(next, 'narrow');
}

/** "hotels with a rooftop bar", "Marriotts without a gym inside": a kind of customer that customers have. */
function isWhatTheyHave({ items, at }: Place): boolean {
  const item = items[at]!;
  if (item.kind !== 'clause' || item.facet !== 'type') return false;
  if (!items.slice(0, at).some((one) => isHead(one) || isWord(one, 'nouns'))) return false;
  const [article, verb] = [items[at - 1], items[at - 2]];
  if (HAVING_MANY.test(article?.text ?? '') && isHead(items[at - 2])) return true;
  return /^(an?|their own|its own)$/i.test(article?.text ?? '') && HAVING.test(verb?.text ?? '');
}

/** "hotels with spas" */
const HAVING_MANY = /^(with|without|have|has|having|featuring)$/i;
const HAVING = /\b(with|without|have|has|having|featuring|plus|and)$/i;

/** "hotels by the sea", "hotéis na praia": water and sand, and no part of the world. */
const isSeaside = ({ items, at }: Place): boolean =>
  items[at]!.text === 'praia' || (/^sea$/i.test(items[at]!.text) && /^the$/i.test(items[at - 1]?.text ?? ''));

/** "hotels open on Sundays", "gyms that opened last month": a door, and no message. */
const isOpenPlace = ({ items, at }: Place): boolean =>
  items[at]!.kind === 'clause' &&
  /^(?:(?:(?:which|that) are )?open (?:on|at|in|during|all|every)|(?:which|that) opened (?!it|the|our|a|an|my|any|one|every|them|this|last (?:mail|campaign|message)))\b/i.test(
    items[at]!.text,
  );

/** "with a contact named Keller", "who have only one contact": somebody, and nothing that was done. */
function isContactOfTheirs({ items, at }: Place): boolean {
  const item = items[at]!;
  if (item.kind === 'clause') return /^with(out)? (an?|the|no) contact$/i.test(item.text);
  const before = items.slice(Math.max(0, at - 4), at).map(({ text }) => text);
  return isWord(item, 'nouns') && /^contacts?$/i.test(item.text) && HAVING_SOME.test(before.join(' '));
}
const HAVING_SOME =
  /\b(?:with|without|have|has|having)(?: (?:only|just|exactly|at least|more than|an?|the|no|one|two|three|several|single|\d+)){0,3}$/i;
