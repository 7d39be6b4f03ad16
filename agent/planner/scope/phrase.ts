// One noun phrase: conditions that all hold ("Hiltons in Bangkok"), and what is excepted from them.
import type { Clause, Filter } from '../../../core/audience/filter.ts';
import { all, any, isClause } from '../filters.ts';
import type { Part, Segment } from './segments.ts';

export type NounPhrase = {
  parts: Part[];
  exceptions: Part[][];
  hasComma: boolean;
  hasNoun: boolean;
  heldBefore: number | null;
  /** Its last condition was opened by "either", so that what an "or" joins is its alternative. */
  isEither: boolean;
};

const filterOfPart = ({ filter, isNegated }: Part): Filter => (isNegated ? { not: filter } : filter);
export const hasHead = (parts: readonly Part[]): boolean =>
  parts.some(({ isHead, isNegated }) => isHead && !isNegated);

export function filterOfPhrase({ parts, exceptions }: NounPhrase): Filter {
  // "Ibis Styles, not the other Ibis": the whole is ruled out but for the part that was named.
  const isMeant = (unwanted: Part) => !parts.some((part) => !part.isNegated && isWithin(part, unwanted));
  const without = exceptions
    .map((group) => group.filter((part) => part.customerIds.length === 0 && isMeant(part)))
    .filter((group) => group.length > 0)
    .map((group) => all(group.map(filterOfPart)));
  const held = parts.filter((part) => !part.isNegated || isMeant(part));
  return all([...held.map(filterOfPart), ...(without.length > 0 ? [{ not: any(without) }] : [])]);
}

/** Joins what follows an "and" or "or" to a phrase; false when it begins a phrase of its own. */
export function coordinate(phrase: NounPhrase, segment: Segment): boolean {
  const [first, ...rest] = segment.parts as [Part, ...Part[]];
  const last = phrase.parts.at(-1);
  if (!last) return phrase.parts.push(...segment.parts) > 0;
  const bothHeads = last.isHead && first.isHead;
  if (segment.isEither) {
    phrase.isEither = true;
    return phrase.parts.push(...segment.parts) > 0;
  }
  if (phrase.isEither && segment.op === 'or') {
    const filter = any([filterOfPart(last), all(segment.parts.map(filterOfPart))]);
    replaceLast(phrase, { ...last, isNegated: false, filter, facet: 'mixed' });
    return true;
  }
  if (saysOnlyThese(segment) || saysWhere(phrase, segment)) return phrase.parts.push(...segment.parts) > 0;
  if (isOwnPhrase(phrase, segment) || isParallel(phrase, segment) || isHouse(phrase, segment)) return false;
  if (isSpecified(phrase, segment) || isStated(phrase, segment))
    return phrase.parts.push(...segment.parts) > 0;
  if (narrows(phrase, segment)) return true;
  if (first.isNegated && !last.isNegated) phrase.parts.push(...segment.parts);
  else if (last.facet === first.facet || (bothHeads && last.facet === 'head')) {
    if (segment.hasBut && isDates(last.filter, first.filter)) phrase.parts.push(first);
    else joinSame(phrase, last, first, segment.op);
    phrase.parts.push(...rest);
  } else if (isNextCondition(phrase, segment)) phrase.parts.push(...segment.parts);
  else if (hasHead(segment.parts)) {
    if (!bothHeads || last.isNegated !== first.isNegated || !hasHead(phrase.parts)) return false;
    replaceLast(phrase, { ...last, facet: 'head', filter: any([last.filter, first.filter]) });
    phrase.parts.push(...rest);
  } else if (segment.op === 'or') {
    const alternative = all(segment.parts.map(filterOfPart));
    replaceLast(phrase, {
      ...last,
      isNegated: false,
      filter: any([filterOfPart(last), alternative]),
      facet: 'mixed',
    });
  } else phrase.parts.push(...segment.parts);
  return true;
}

/** "all hotels in Krabi, only the Hiltons": those of them, and nobody beside them. */
const saysOnlyThese = ({ parts, isOnlyThese, hasComma, hasWord, hasBut }: Segment): boolean =>
  isOnlyThese && ((hasComma && !hasWord) || hasBut) && !parts.some(({ isNegated }) => isNegated);

/** "hotels in Thailand: Phuket and Krabi": the cities of it, and not all of Thailand beside them. */
const saysWhere = ({ parts: held }: NounPhrase, { hasColon, parts: [first] }: Segment): boolean =>
  hasColon &&
  isPlaceOf(first, 'city') &&
  (isPlaceOf(held.at(-1), 'country') || isPlaceOf(held.at(-1), 'region'));

const isPlaceOf = (part: Part | undefined, field: string): boolean =>
  part !== undefined && !part.isNegated && isClause(part.filter) && part.filter.field === field;

/** "gold customers in Vietnam or anyone tagged new in Thailand": two sorts of customers, each with its conditions. */
const isOwnPhrase = (phrase: NounPhrase, segment: Segment): boolean =>
  segment.hasWord &&
  segment.hasNoun &&
  phrase.hasNoun &&
  !hasHead(segment.parts) &&
  phrase.parts.length > 1 &&
  segment.parts.length > 1;

/** "gold in Vietnam, silver in Germany": the same conditions in the same order, each pair by itself. */
const isParallel = ({ parts: held }: NounPhrase, { parts }: Segment): boolean =>
  parts.length > 1 &&
  parts.length === held.length &&
  parts.every(
    ({ facet, isNegated, filter }, at) =>
      !isNegated &&
      !held[at]!.isNegated &&
      held[at]!.facet === facet &&
      isClause(filter) &&
      filter.op === 'in' &&
      isClause(held[at]!.filter),
  );

/** "Hilton Hua Hin, Hyatt Regency Bangkok", "Hilton Hua Hin and all Hyatts in Bangkok": a house by its name is whole. */
const isHouse = ({ parts: held }: NounPhrase, { parts: [first, place] }: Segment): boolean =>
  held.every(({ facet, isNegated }) => facet === 'name' && !isNegated) &&
  (first?.facet === 'brand' || first?.facet === 'type') &&
  place?.facet === 'place';

/** "country is Thailand, and business type is Hotel": a field with its value is one more condition. */
const isStated = ({ parts: held }: NounPhrase, { op, parts }: Segment): boolean =>
  op === 'and' &&
  parts.every(({ facet, item }) => STATED.test(item.text) && held.every((one) => one.facet !== facet));
const STATED = /\b(?:is|are|equals?)\b|[:=]/i;

/** "clients in Phuket, hotels only": who of them, where nobody was named by kind. */
const isSpecified = (phrase: NounPhrase, { parts, hasComma, hasWord, isOnly }: Segment): boolean =>
  hasComma &&
  !hasWord &&
  (isOnly || phrase.hasNoun) &&
  !hasHead(phrase.parts) &&
  hasHead(parts) &&
  parts.every(({ facet, isNegated }) => !isNegated && phrase.parts.every((one) => one.facet !== facet));

/** "Asia Pacific, gold, hotels": a list of conditions, before anybody was named. */
const isNextCondition = (phrase: NounPhrase, segment: Segment): boolean =>
  segment.hasComma &&
  !segment.hasWord &&
  !phrase.hasNoun &&
  !hasHead(phrase.parts) &&
  !segment.parts[0]!.isNegated;

/** "Sofitels, the Legend ones only": a part of what was named takes its place. */
function narrows(phrase: NounPhrase, { parts, isOnly, hasWord }: Segment): boolean {
  const [first, ...rest] = parts as [Part, ...Part[]];
  if (first.isNegated || hasWord || !(isOnly || isShort(first) || isOfGroup(first, phrase))) return false;
  const at = phrase.parts.findLastIndex((part) => !part.isNegated && isWithin(first, part));
  if (at < 0) return false;
  phrase.parts[at] = first;
  phrase.parts.push(...rest);
  return true;
}

/** "Minor Hotels - Anantara, Avani": the brands of a group behind it say which of them. */
const isOfGroup = (first: Part, { parts }: NounPhrase): boolean =>
  !parts.some(({ facet }) => facet === 'brand') &&
  parts.some((part) => part.facet === 'owner_group' && isWithin(first, part));

const isShort = ({ item }: Part): boolean => item.kind === 'clause' && item.isShort === true;

/** A brand of all the brands that another part names. */
export const isWithin = (part: Part, whole: Part): boolean =>
  part.item.kind === 'clause' &&
  isClause(whole.filter) &&
  whole.filter.op === 'in' &&
  ['brand', 'owner_group'].includes(whole.filter.field) &&
  part.filter !== whole.filter &&
  part.facet === 'brand' &&
  whole.filter.values.every((value) => isAbove(part.item, whole.facet, String(value)));

const isAbove = (item: Part['item'], field: string, value: string): boolean =>
  item.kind === 'clause' && (field === 'brand' ? item.within : item.groups)?.includes(value) === true;

const replaceLast = (phrase: NounPhrase, part: Part): void => {
  phrase.parts[phrase.parts.length - 1] = part;
};

/** "Bangkok or Phuket" are alternatives; "after March and before June", two tags, are both meant. */
function joinSame(phrase: NounPhrase, last: Part, next: Part, op: Segment['op']): void {
  const isBoth =
    op === 'and' &&
    (isStretch(last.filter, next.filter) || meet(last.filter, next.filter) || BOTH.has(last.facet));
  if (isBoth && last.isNegated === next.isNegated) {
    phrase.parts.push(next);
    return;
  }
  replaceLast(phrase, {
    ...last,
    filter: any([last.filter, next.filter]),
    customerIds: [...last.customerIds, ...next.customerIds],
  });
}

/** A customer may have several of these, so that "and" means both. */
const BOTH = new Set(['tag', 'unit_name', 'consent:with', 'consent:without']);

/** "in 2028 and before June": two stretches that share days are both meant; alternatives share none. */
const meet = (a: Filter, b: Filter): boolean =>
  isDates(a, b) &&
  isClause(a) &&
  isClause(b) &&
  a.op === 'between' &&
  b.op === 'between' &&
  String(a.from ?? '') <= String(b.to ?? '9') &&
  String(b.from ?? '') <= String(a.to ?? '9');

const isDates = (a: Filter, b: Filter): boolean =>
  [a, b].every((one) => isClause(one) && one.op === 'between' && typeof (one.from ?? one.to) === 'string');

const isStretch = (a: Filter, b: Filter): boolean => {
  const bounds = [a, b].filter(
    (one): one is Extract<Clause, { op: 'between' }> => isClause(one) && one.op === 'between',
  );
  return (
    bounds.length === 2 && bounds.some(({ from }) => from == null) && bounds.some(({ to }) => to == null)
  );
};
