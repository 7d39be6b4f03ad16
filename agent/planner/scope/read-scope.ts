// From conditions in a row to one filter: what "and", "or", "except" and a trailing condition belong to.
// Where two readings are as likely, the difference becomes a question instead of a guess.
import type { Filter } from '../../../core/audience/filter.ts';
import { all, any } from '../filters.ts';
import { type Item, isCue } from '../items.ts';
import { ofAll } from './of-all.ts';
import { coordinate, filterOfPhrase, hasHead, type NounPhrase } from './phrase.ts';
import { type Part, type Segment, segmentsOf } from './segments.ts';

/** Two readings: a condition that may belong to one part of the sentence or to all of it. */
export type Doubt = { condition: Part; exceptionAt: number | null; phrase: string };
export type Scope = { filter: Filter; excludedCustomerIds: string[]; isEmpty: boolean; doubt: Doubt | null };

export function readScope(items: readonly Item[]): Scope {
  const phrases: NounPhrase[] = [];
  let current: NounPhrase | null = null;
  let doubt: Doubt | null = null;
  let exceptAt = 0;
  const isSettled = items.some((item) => item.text.toLowerCase() === 'specifically');
  for (const segment of segmentsOf(items)) {
    if (segment.op === 'except') {
      current ??= begin(phrases, []);
      exceptAt = segment.at;
      doubt ??= isSettled ? null : exceptionDoubt(current, segment);
      current.heldBefore ??= current.parts.length;
      const shared = ofAll(current, { segment, items });
      current.parts.push(...shared);
      current.exceptions.push(segment.parts.filter((part) => !shared.includes(part)));
    } else if (current && belongsToException(current, segment)) {
      doubt ??= isSettled ? null : exceptionDoubt(current, { ...segment, at: exceptAt });
      current.exceptions.push(segment.parts);
    } else if (!current || !join(current, segment)) current = begin(phrases, segment.parts, segment);
  }
  shareTrailing(
    phrases,
    (items.find(({ text }) => IN_BOTH.test(text)) ?? questionBehind(items))?.start ?? null,
  );
  return {
    filter: phrases.length === 0 ? all([]) : any(phrases.map(filterOfPhrase)),
    excludedCustomerIds: phrases.flatMap(({ exceptions }) =>
      exceptions.flat().flatMap(({ customerIds }) => customerIds),
    ),
    isEmpty: phrases.length === 0,
    doubt: doubt ?? (isSettled ? null : dateDoubt(phrases)),
  };
}

function begin(phrases: NounPhrase[], parts: Part[], segment?: Segment): NounPhrase {
  const { hasComma = false, hasNoun = false } = segment ?? {};
  const phrase: NounPhrase = {
    parts: [...parts],
    exceptions: [],
    hasComma,
    hasNoun,
    heldBefore: null,
    isEither: false,
  };
  phrases.push(phrase);
  return phrase;
}

/** After an exception only describing words return to the phrase; a new name begins another. */
function join(phrase: NounPhrase, segment: Segment): boolean {
  const isJoined = isPartOf(phrase, segment);
  if (isJoined) phrase.hasNoun ||= segment.hasNoun;
  return isJoined;
}

function isPartOf(phrase: NounPhrase, segment: Segment): boolean {
  if (phrase.exceptions.length === 0) return coordinate(phrase, segment);
  // "hotels except Centaras, and everything in Krabi": people of their own.
  const isApart = segment.hasNoun && segment.hasWord && segment.hasComma && !segment.hasBut;
  if (isApart && phrase.parts.length > 0) return false;
  // "excluding France, which Citadines": the exception came first.
  // "Southeast Asia minus Singapore, malls and shops": who of them, where nobody was named by kind.
  const isGoingOn = phrase.parts.length > (phrase.heldBefore ?? 0);
  const isWho = segment.hasComma && !segment.hasWord && phrase.parts.length > 0 && !hasHead(phrase.parts);
  if (isWho && !isGoingOn && !segment.hasNoun) return phrase.parts.push(...segment.parts) > 0;
  if (hasHead(segment.parts) && phrase.parts.length > 0 && (phrase.heldBefore ?? 0) === phrase.parts.length)
    return false;
  if (hasHead(segment.parts) && phrase.parts.length > 0) return coordinate(phrase, segment);
  if (isGoingOn && !hasHead(segment.parts)) return coordinate(phrase, segment);
  phrase.parts.push(...segment.parts);
  return true;
}

/** "except Centaras and Hiltons": more of the same; "hotels except Centaras, and gyms": gyms are wanted. */
function belongsToException(phrase: NounPhrase, segment: Segment): boolean {
  const { parts, isOnly, hasComma, hasWord, hasBut } = segment;
  const [first] = parts;
  // "forget the gyms, just the malls"
  if (isOnly) return false;
  const last = phrase.exceptions.at(-1)?.at(-1);
  if (!last || !first) return false;
  if (phrase.parts.length === 0 && isWhole(segment)) return false;
  if (first.facet === last.facet) return true;
  // "excluding Hiltons, all hotels in Thailand": the exception came first.
  if (phrase.parts.length === 0 && hasComma && (!hasWord || hasBut)) return false;
  return first.isHead && last.isHead && !hasHead(phrase.parts);
}

/** "except Bangkok, Thailand's hotels", "except Bangkok show Phuket": those who are wanted, not one more exception. */
const isWhole = ({ parts, isFresh, hasComma, hasWord }: Segment): boolean =>
  isFresh || (hasComma && !hasWord && parts.length > 1 && !parts[0]!.isHead);

const MOVABLE = new Set(['place', 'contract_end', 'contract_start']);

/** "hotels except Centaras in Bangkok": are the hotels in Bangkok, or only the Centaras? */
function exceptionDoubt(phrase: NounPhrase, { parts, at }: Segment): Doubt | null {
  const condition = parts.slice(1).find(({ facet }) => MOVABLE.has(facet));
  if (!condition || !hasHead(parts) || phrase.parts.length === 0) return null;
  const isElsewhere = phrase.parts.some(({ facet }) => facet === condition.facet);
  return isElsewhere ? null : { condition, exceptionAt: at, phrase: parts[0]!.item.text };
}

/** "Hiltons expiring in October and Marriotts": all Marriotts, or those expiring in October? */
function dateDoubt(phrases: readonly NounPhrase[]): Doubt | null {
  const last = phrases.at(-1);
  if (phrases.length < 2 || !last) return null;
  const condition = phrases[0]!.parts.find(({ facet }) => facet === 'contract_end');
  const isOpen = condition && !last.hasComma && !last.parts.some(({ facet }) => facet === 'contract_end');
  return isOpen ? { condition, exceptionAt: null, phrase: last.parts[0]!.item.text } : null;
}

/** "SYB hotels and BMS gyms in Bangkok", "… expiring in October": a trailing condition holds for all of them. */
/** "hotels in Vietnam or gyms in Thailand, in either case on USB": what follows holds for all of them. */
const IN_BOTH = /^in (either|both|any|each|every|all) cases?$/i;

/** "hotels except Centaras, and gyms: how many in Thailand": what is asked behind a mark is asked of all of them. */
const questionBehind = (items: readonly Item[]): Item | undefined =>
  items.find(
    (item, at) =>
      isCue(item, 'count', 'which', 'show') &&
      items[at - 1]?.kind === 'mark' &&
      items.slice(0, at).some(({ kind }) => kind === 'clause' || kind === 'customer'),
  );

function shareTrailing(phrases: NounPhrase[], bothAt: number | null): void {
  const last = phrases.at(-1);
  if (!last || phrases.length < 2) return;
  // Who is named one by one is named whole.
  for (const phrase of phrases
    .slice(0, -1)
    .filter(({ parts }) => parts.some(({ facet }) => facet !== 'name'))) {
    for (const part of trailing(last)) {
      const hasOwn = phrase.parts.some(({ facet }) => facet === part.facet);
      const isShared =
        part.facet === 'contract_end' ||
        (bothAt !== null && part.item.start > bothAt) ||
        (part.facet === 'place' && trailing(phrase).length === 0 && !last.hasComma);
      if (!hasOwn && isShared) phrase.parts.push(part);
    }
  }
}

const trailing = ({ parts }: NounPhrase): Part[] =>
  parts.slice(parts.findLastIndex(({ isHead }) => isHead) + 1);
