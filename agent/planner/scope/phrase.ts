// One noun phrase: conditions that all hold ("Hiltons in Bangkok"), and what is excepted from them.
import type { Clause, Filter } from '../../../core/audience/filter.ts';
import { all, any, isClause } from '../filters.ts';
import type { Part, Segment } from './segments.ts';

export type NounPhrase = { parts: Part[]; exceptions: Part[][]; hasComma: boolean };

export const filterOfPart = ({ filter, isNegated }: Part): Filter => (isNegated ? { not: filter } : filter);
export const hasHead = (parts: readonly Part[]): boolean =>
  parts.some(({ isHead, isNegated }) => isHead && !isNegated);

export function filterOfPhrase({ parts, exceptions }: NounPhrase): Filter {
  const without = exceptions
    .map((group) => group.filter(({ customerIds }) => customerIds.length === 0))
    .filter((group) => group.length > 0)
    .map((group) => all(group.map(filterOfPart)));
  return all([...parts.map(filterOfPart), ...(without.length > 0 ? [{ not: any(without) }] : [])]);
}

/** Joins what follows an "and" or "or" to a phrase; false when it begins a phrase of its own. */
export function coordinate(phrase: NounPhrase, segment: Segment): boolean {
  const [first, ...rest] = segment.parts as [Part, ...Part[]];
  const last = phrase.parts.at(-1);
  if (!last) return phrase.parts.push(...segment.parts) > 0;
  const bothHeads = last.isHead && first.isHead;
  if (first.isNegated && !last.isNegated) phrase.parts.push(...segment.parts);
  else if (last.facet === first.facet || (bothHeads && last.facet === 'head')) {
    joinSame(phrase, last, first, segment.op);
    phrase.parts.push(...rest);
  } else if (hasHead(segment.parts)) {
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

const replaceLast = (phrase: NounPhrase, part: Part): void => {
  phrase.parts[phrase.parts.length - 1] = part;
};

/** "Bangkok or Phuket" are alternatives; "after March and before June", two tags, are both meant. */
function joinSame(phrase: NounPhrase, last: Part, next: Part, op: Segment['op']): void {
  const isBoth = op === 'and' && (isStretch(last.filter, next.filter) || last.facet === 'tag');
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

const isStretch = (a: Filter, b: Filter): boolean => {
  const bounds = [a, b].filter(
    (one): one is Extract<Clause, { op: 'between' }> => isClause(one) && one.op === 'between',
  );
  return (
    bounds.length === 2 && bounds.some(({ from }) => from == null) && bounds.some(({ to }) => to == null)
  );
};
