// Unknown words that cannot narrow an audience, by the place where they stand: an imperative verb, what a message is
// called, a verb between "that" and a condition, the rest behind an exclusion. Any other unknown word is asked about.
import { type Item, isCue, isWord } from '../items.ts';
import { PURPOSES } from '../lexicon/en-asides.ts';
import { LINKING_VERBS, REMAINDERS, TELLING_ADVERBS } from '../lexicon/en-harmless.ts';
import { type Reader, textOf } from '../reader.ts';
import { stems } from '../tokens.ts';
import { offeredIn } from '../topic/offered.ts';
import {
  isFieldNoun,
  isOfNamed,
  isOnlyOne,
  isPartOfIt,
  isRemainder,
  isShopOfBrand,
} from './beside-condition.ts';
import { isIncluded, isIncluding } from './included.ts';
import { isOfWriting } from './of-writing.ts';

type Place = { items: readonly Item[]; at: number };
type Forgiven = { items: Item[]; passedOver: string[]; topic: string | null };

export function forgive(
  items: readonly Item[],
  reader: Pick<Reader, 'book' | 'sentence' | 'tokens' | 'input'>,
): Forgiven {
  const { book } = reader;
  const passedOver: string[] = [];
  let topic: string | null = null;
  const offered = offeredIn(items, reader);
  if (offered) topic = offered.text;
  const read = items.flatMap((item, at): Item[] => {
    if (offered && at >= offered.from && at < offered.to) return [asSkip(item)];
    if (isShopOfBrand({ items, at }))
      return [{ ...item, kind: 'word', senses: [{ kind: 'nouns', value: 'customer' }] }];
    if (isSender({ items, at }) || isIncluded({ items, at }) || isIncluding({ items, at }))
      return [asSkip(item)];
    // Half of a number or a period is known, and no word to be passed over.
    if (
      item.kind !== 'unknown' ||
      /\d/.test(item.text) ||
      stems(item.text).every((word) => book.words.has(word) && book.find(word).length > 0)
    )
      return [item];
    const place = { items, at };
    if (isImperative(place)) return [{ ...item, kind: 'word', senses: [{ kind: 'cues', value: 'draft' }] }];
    if (isSubject(place)) {
      if (!REMAINDERS.has(item.text.toLowerCase())) topic ??= textOf(reader, item.start, item.end);
      return [asSkip(item)];
    }
    if (
      isLabel(place) ||
      isTaking(place) ||
      isTail(place) ||
      isPartOfIt(place, reader) ||
      isOnlyOne(place) ||
      isFieldNoun(place, reader)
    )
      return [asSkip(item)];
    if (isLead(place) || isOfNamed(place) || isPurpose(place) || isOfWriting(place)) {
      passedOver.push(item.text);
      return [asSkip(item)];
    }
    return isLinking(place) || isRemainder(place) || isAdverb(item.text) ? [asSkip(item)] : [item];
  });
  return { items: read, passedOver, topic };
}

/** "a greeting from the Bangkok office to all customers": who sends it. */
function isSender({ items, at }: Place): boolean {
  const start =
    items[at]!.text.toLowerCase() === 'from'
      ? at
      : items.slice(0, at).findLastIndex(({ text }) => /^from$/i.test(text));
  const [article, place, office] = start < 0 ? [] : items.slice(start + 1, start + 4);
  const isOurs =
    /^(the|our|my)$/i.test(article?.text ?? '') &&
    place?.kind === 'clause' &&
    place.facet === 'place' &&
    /^(office|team|desk|branch|headquarters|hq)$/i.test(office?.text ?? '');
  return (
    isOurs &&
    at <= start + 3 &&
    isMessage(items.slice(0, start).findLast((one) => !isSkip(one))) &&
    /^(to|for)$/i.test(items[start + 4]?.text ?? '')
  );
}

const FORGIVEN = 'forgiven';
const asSkip = (item: Item): Item => ({ ...item, kind: 'word', senses: [{ kind: 'skip', value: FORGIVEN }] });
export const isForgiven = (item: Item | undefined): boolean => isWord(item, 'skip', FORGIVEN);
const isSkip = (item: Item | undefined): boolean => isWord(item, 'skip');
const isRequest = (item: Item | undefined): boolean =>
  isCue(item, 'send', 'tell', 'draft', 'show', 'count', 'which');
const isMessage = (item: Item | undefined): boolean =>
  item?.kind === 'type' || isWord(item, 'typeVerbs') || isWord(item, 'occasions');

const MESSAGES = /\b(message|campaign|note|letter|mail|email|reminder|notice)s?$/i;

/** The next item that carries something, without crossing a mark. */
const nextOf = ({ items, at }: Place): Item | undefined =>
  items.slice(at + 1).find((item) => !isSkip(item) || MESSAGES.test(item.text));
const isOpening = ({ items, at }: Place): boolean => {
  const before = items.slice(0, at);
  const from = before.findLastIndex(({ kind }) => kind === 'mark') + 1;
  return before
    .slice(from)
    .every((item) => isSkip(item) && !/\b(all|every|in|with|at|near|for|to|from)\b/i.test(item.text));
};

/** "prep the renewals", "could you rustle up a survey": a verb unknown to us, with a message as its object. */
function isImperative({ items, at }: Place): boolean {
  const next = nextOf({ items, at });
  const isBare = /^\p{Ll}[\p{Ll} ]*$/u.test(items[at]!.text) || at === 0;
  return (
    isBare &&
    // A way to send it that there is not.
    !/^(?:fax|telex|telegraph|phone|call|post|print)$/i.test(items[at]!.text) &&
    isOpening({ items, at }) &&
    isMessage(next) &&
    isArticle(items[at + 1], next) &&
    !items.some((one) => isCue(one, 'draft', 'send'))
  );
}

/** An article or a particle stands between the verb and its object, or nothing. */
const isArticle = (after: Item | undefined, next: Item | undefined): boolean =>
  after === next ||
  (isSkip(after) && /^(a|an|the|our|up|out|me|us|some|together|over|my|their|another)\b/i.test(after!.text));

/** "a router swap notice", "the price change announcement": what the message is about. */
function isSubject({ items, at }: Place): boolean {
  const before = items[at - 1];
  const isPlaced =
    isWord(before, 'operators') || /^(in|at|with|near|from|on|of|who|that|which)$/i.test(before?.text ?? '');
  // "new season survey, …"
  return isMessage(items[at + 1]) && !isPlaced && (at > 0 || /^new\b/i.test(items[at]!.text));
}

const LABELS =
  /^(action|actions|task|tasks|filter|filters|target|targets|criteria|goal|request|timing|where|when|what|how|note|ps|p s|region|area|extra|else|other|details?|scope|period|format|job|objective|type of message|kind of message)$/i;

/** "action: renewal draft" */
const isLabel = ({ items, at }: Place): boolean =>
  LABELS.test(items[at]!.text) && items[at + 1]?.text === ':';

/** "a technical problem", "the renewal thing": a message by another noun. */
const isTail = ({ items, at }: Place): boolean =>
  /^(problems?|issues?|matters?|things?|rounds?|waves?|drives?|stuff|business|series)$/i.test(
    items[at]!.text,
  ) &&
  items[at - 1]?.kind === 'type' &&
  !/^(with|who|that|having|have|had)$/i.test(items[at - 2]?.text ?? '') &&
  !isWord(items[at + 1], 'nouns');

/** "take all the cafés in Tokyo and ask how happy they are", "give the Hyatts a heads up": the deed is said behind. */
function isTaking(place: Place): boolean {
  const verb = place.items[place.at]!.text.toLowerCase();
  const rest = place.items.slice(place.at + 1);
  // "take the Uniqlos as well"
  // "and take Somerset instead of Citadines", "take all cities again"
  const isChoosing = (item: Item): boolean =>
    isWord(item, 'operators', 'also', 'instead', 'insteadOf') ||
    /^(?:again|back|after all)$/i.test(item.text);
  const isFirst = isOpening(place) || isWord(place.items[place.at - 1], 'operators', 'and');
  if (/^(?:take|use|choose|pick)$/.test(verb) && isFirst && rest.some(isChoosing)) return true;
  const isDeed = (item: Item, at: number): boolean =>
    verb === 'give'
      ? isCue(item, 'tell')
      : isCue(item, 'send', 'tell', 'draft') && isWord(rest[at - 1], 'operators', 'and');
  return ['take', 'give'].includes(verb) && isOpening(place) && rest.some(isDeed);
}

/** "ideally prepare …": in front of the verb, nobody is spoken of yet. */
const isLead = (place: Place): boolean => {
  const next = nextOf(place);
  return (
    isOpening(place) &&
    next !== undefined &&
    isRequest(next) &&
    !/\p{Lu}/u.test((place.items[place.at]?.text ?? '').slice(1))
  );
};

/** "for the board meeting", "for my report" */
function isPurpose({ items, at }: Place): boolean {
  const words = items[at]!.text.toLowerCase().split(' ');
  const before = items.slice(Math.max(0, at - 2), at).map(({ text }) => text.toLowerCase());
  return PURPOSES.has(words.at(-1)!) && before.some((text) => text.split(' ').includes('for'));
}

/** "that stream on Soundtrack": the condition says all. */
function isLinking({ items, at }: Place): boolean {
  const isVerb = items[at]!.text.toLowerCase()
    .split(' ')
    .every((word) => LINKING_VERBS.has(word));
  const before = items[at - 1];
  const next = nextOf({ items, at });
  return (
    isVerb &&
    (isSkip(before) || isWord(before, 'nouns') || before?.kind === 'clause') &&
    (next?.kind === 'clause' || next?.kind === 'dated' || isWord(next, 'dateWords'))
  );
}

const isAdverb = (text: string): boolean => /^[a-z]{3,}ly$/.test(text) && !TELLING_ADVERBS.has(text);
