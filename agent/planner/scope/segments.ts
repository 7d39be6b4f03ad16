// The conditions of a sentence cut at its "and", "or", commas and exceptions.
import type { Filter } from '../../../core/audience/filter.ts';
import { any, isClause } from '../filters.ts';
import { type Item, isCue, isWord } from '../items.ts';
import { beginsName, goesOnLeavingOut, isAllBut, isDropping, isWithout } from './leaving-out.ts';

export type Part = {
  facet: string;
  filter: Filter;
  isHead: boolean;
  isNegated: boolean;
  /** Customers named one by one; an exception takes them out by id. */
  customerIds: readonly string[];
  item: Item;
};

export type Segment = {
  /** What joins it to the segment before. */
  op: 'and' | 'or' | 'except' | null;
  hasComma: boolean;
  /** Joined by an "and" or "or", not by a comma alone. */
  hasWord: boolean;
  /** Joined by "but": a further condition, never an alternative. */
  hasBut: boolean;
  /** Opened by "either": a condition whose alternatives follow. */
  isEither: boolean;
  /** "only the Legend ones", "the Legend ones only" */
  isOnly: boolean;
  /** It is said before them. */
  isOnlyThese: boolean;
  /** Behind a request or an "all", which end the exception that a sentence began with. */
  isFresh: boolean;
  /** Behind a colon: which of them. */
  hasColon: boolean;
  /** "customers", "anyone": people of their own, not one more condition. */
  hasNoun: boolean;
  parts: Part[];
  /** The place of the word that began an exception. */
  at: number;
};

const EMPTY: Omit<Segment, 'parts'> = {
  op: null,
  hasComma: false,
  hasWord: false,
  hasBut: false,
  isOnly: false,
  isOnlyThese: false,
  isEither: false,
  isFresh: false,
  hasColon: false,
  hasNoun: false,
  at: 0,
};

export function segmentsOf(items: readonly Item[]): Segment[] {
  const segments: Segment[] = [];
  let current: Segment = { ...EMPTY, parts: [] };
  let isNegated = false;
  const cut = (op: 'and' | 'or' | 'except', item: Item, hasComma: boolean) => {
    if (current.parts.length > 0) segments.push(current);
    const before = current.parts.length > 0 ? null : current;
    // "either", ", and", "but not": the stronger word of several in a row counts.
    const strongest = before?.op === 'except' || op === 'except' ? 'except' : op;
    const isFirst = segments.length === 0 && op !== 'except';
    current = {
      op: isFirst ? null : strongest,
      hasComma: hasComma || Boolean(before?.hasComma),
      hasWord: !hasComma || Boolean(before?.hasWord),
      hasBut: isWord(item, 'operators', 'but') || Boolean(before?.hasBut),
      isOnly: Boolean(before?.isOnly),
      isOnlyThese: Boolean(before?.isOnlyThese),
      isEither: Boolean(before?.isEither),
      isFresh: Boolean(before?.isFresh),
      hasColon: item.text === ':' || Boolean(before?.hasColon),
      hasNoun: Boolean(before?.hasNoun),
      parts: [],
      at: before?.op === 'except' ? before.at : item.start,
    };
    isNegated = false;
  };
  for (const item of items) {
    const part = partOf(item, isNegated);
    // "except Bangkok all hotels", "except Bangkok show hotels": the exception came first.
    if (segments.length === 0 && current.op === 'except' && current.parts.length > 0 && opensRequest(item)) {
      cut('and', item, true);
      current.isFresh = true;
    }
    // "exclude Hilton Tokyo, but otherwise all Hiltons in Japan"
    const isFirst = segments.length === 1 && segments[0]!.op === 'except' && current.parts.length === 0;
    if (isFirst && current.hasBut && opensRequest(item)) current.isFresh = true;
    if (isWord(item, 'operators', 'only') || isWord(item, 'cues', 'narrow')) {
      current.isOnly = true;
      current.isOnlyThese ||= current.parts.length === 0;
    }
    if (isWord(item, 'nouns') && !isWord(item, 'cues')) current.hasNoun = true;
    if (part) addPart(current.parts, part);
    else if (isWord(item, 'operators', 'exceptAfter') && current.parts.length > 0) {
      segments.push(...leftOut(segments, current));
      current = { ...EMPTY, parts: [], op: 'and', hasComma: true, at: item.start };
    } else if (
      isWord(item, 'operators', 'except') ||
      isDropping(item, items) ||
      isWithout(item, items) ||
      isAllBut(item, items)
    )
      cut('except', item, false);
    else if (/^either$/i.test(item.text)) {
      cut('and', item, false);
      current.isEither = true;
    } else if (isWord(item, 'operators', 'or', 'nor')) {
      const carries: boolean =
        isNegated || (isWord(item, 'operators', 'nor') && lastNegated(segments, current));
      cut(goesOnLeavingOut(current, item, items) ? 'except' : 'or', item, false);
      isNegated = carries;
      continue;
    } else if (isWord(item, 'operators', 'and', 'but'))
      cut(goesOnLeavingOut(current, item, items) ? 'except' : 'and', item, false);
    else if (
      item.kind === 'mark' &&
      !isLabel(item, items) &&
      [',', ';', '/', '、', '，', '.', '!', '?', ':', '-', '–', '—', ')'].includes(item.text)
    )
      cut('and', item, true);
    else if (item.kind === 'mark' && item.text === '+') cut('and', item, false);
    else if (item.kind === 'mark' && item.text === '&') cut('and', item, false);
    else if (isWord(item, 'operators', 'not', 'neither') && beginsName(item, items))
      cut('except', item, false);
    else if (isWord(item, 'operators', 'not', 'neither')) {
      isNegated = true;
      continue;
    } else if (endsNegation(item) && !isLabel(item, items)) {
      isNegated = false;
      // "reachable on WhatsApp but not by email, Thailand": the channel was ruled out, and nobody else.
      if (current.op === 'except' && current.parts.length === 0 && item.kind !== 'mark') current.op = 'and';
    }
    if (part?.isHead || part) isNegated = false;
  }
  if (current.parts.length > 0) segments.push(current);
  return withCityOfCountry(segments);
}

const opensRequest = (item: Item): boolean =>
  isCue(item, 'show', 'count', 'which', 'send', 'draft', 'tell') || /^(all|every|each)\b/i.test(item.text);

/** "…, Hiltons and Hyatts excluded", "hotels with the Hiltons left out": what stands last, and its like before an "and". */
function leftOut(segments: Segment[], current: Segment): Segment[] {
  const parts = [...current.parts];
  const last = parts.pop()!;
  const before = segments.at(-1);
  const isList = parts.length === 0 && current.hasWord && before?.parts[0]?.facet === last.facet;
  if (isList && before.parts.length === 1 && before.hasComma) before.op = 'except';
  return [
    ...(parts.length > 0 ? [{ ...current, parts }] : []),
    { ...EMPTY, op: 'except', hasComma: current.hasComma, parts: [last], at: last.item.start },
  ];
}

/** Two stretches with nothing between them that have no day in common ("Nov/Dec") are alternatives. */
function addPart(parts: Part[], part: Part): void {
  const last = parts.at(-1);
  if (last && !last.isNegated && !part.isNegated && areApart(last.filter, part.filter))
    parts[parts.length - 1] = { ...last, filter: any([last.filter, part.filter]) };
  else if (last && isSameKind(last, part))
    parts[parts.length - 1] = { ...last, filter: any([last.filter, part.filter]) };
  else parts.push(part);
}

/** "novotels/pullmans": two brands or two cities with nothing between them are alternatives. */
function isSameKind(last: Part, part: Part): boolean {
  const [one, other] = [last.filter, part.filter];
  const isBoth =
    isClause(one) && isClause(other) && one.op === 'in' && other.op === 'in' && one.field === other.field;
  const isWithin =
    part.item.kind === 'clause' && part.item.within?.some((name) => isBoth && one.values.includes(name));
  const isWhole =
    last.item.kind === 'clause' && last.item.within?.some((name) => isBoth && other.values.includes(name));
  return (
    isBoth &&
    !last.isNegated &&
    !part.isNegated &&
    ['brand', 'city', 'country'].includes(one.field) &&
    !isWithin &&
    !isWhole
  );
}

function areApart(one: Filter, other: Filter): boolean {
  const earlier = 'any' in one ? one.any.at(-1)! : one;
  if (!isClause(earlier) || !isClause(other) || earlier.op !== 'between' || other.op !== 'between')
    return false;
  if (earlier.field !== other.field || typeof earlier.to !== 'string' || typeof other.from !== 'string')
    return false;
  return earlier.to < other.from;
}
/** "not: Hanoi" */
const isLabel = (item: Item, items: readonly Item[]): boolean =>
  item.text === ':' && isWord(items[items.indexOf(item) - 1], 'operators', 'not');

/** "not by LINE: renewals for Dusits" */
const endsNegation = (item: Item): boolean =>
  item.kind === 'channel' ||
  item.kind === 'role' ||
  (item.kind === 'mark' && [':', '.', '!', '?', '…'].includes(item.text));

/** "Bangkok, Thailand" is one place, unless a list of places goes on. */
function withCityOfCountry(segments: readonly Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const [at, segment] of segments.entries()) {
    const before = joined.at(-1);
    const isFronted = joined.length === 1 && before?.op === 'except' && segment.parts.length > 1;
    const isOne =
      segment.hasComma &&
      !segment.isFresh &&
      !isFronted &&
      fieldOf(before?.parts.at(-1)) === 'city' &&
      fieldOf(segment.parts[0]) === 'country' &&
      segments[at + 1]?.parts[0]?.facet !== 'place';
    if (before && isOne) before.parts.push(...segment.parts);
    else joined.push(segment);
  }
  return joined;
}

const fieldOf = (part: Part | undefined): string | null =>
  part && 'field' in part.filter ? part.filter.field : null;

const lastNegated = (segments: readonly Segment[], current: Segment): boolean =>
  (current.parts.at(-1) ?? segments.at(-1)?.parts.at(-1))?.isNegated ?? false;

function partOf(item: Item, isNegated: boolean): Part | null {
  if (item.kind === 'clause') {
    const isOpposite = isNegated && item.opposite !== undefined;
    return {
      facet: item.facet,
      filter: isOpposite ? item.opposite! : item.filter,
      isHead: item.isHead,
      isNegated: isNegated && !isOpposite,
      customerIds: [],
      item,
    };
  }
  if (item.kind !== 'customer') return null;
  const values = [...new Set(item.customers.map(({ name }) => name))];
  return {
    facet: 'name',
    filter: { op: 'in', field: 'name', values },
    isHead: true,
    isNegated,
    customerIds: item.customers.map(({ id }) => id),
    item,
  };
}
