// Filter trees: joining them without needless nesting, and finding the parts that speak of one thing.
import type { Clause, Filter } from '../../core/audience/filter.ts';
import { facetOf, isHeadField } from './items.ts';

export const isClause = (filter: Filter): filter is Clause => 'op' in filter;

export function all(filters: readonly Filter[]): Filter {
  const flat = filters.flatMap((one) => ('all' in one ? one.all : [one]));
  return flat.length === 1 ? flat[0]! : { all: flat };
}

/** Alternatives; values of one field become one clause. */
export function any(filters: readonly Filter[]): Filter {
  const flat = filters.flatMap((one) => ('any' in one ? one.any : [one]));
  const merged: Filter[] = [];
  for (const one of flat) {
    const at = merged.findIndex((other) => canMerge(other, one));
    if (at < 0) merged.push(one);
    else merged[at] = mergeValues(merged[at] as Clause, one as Clause);
  }
  return merged.length === 1 ? merged[0]! : { any: merged };
}

const canMerge = (a: Filter, b: Filter): boolean =>
  isClause(a) && isClause(b) && a.op === 'in' && b.op === 'in' && a.field === b.field;

const mergeValues = (a: Clause, b: Clause): Clause =>
  a.op === 'in' && b.op === 'in' ? { ...a, values: [...new Set([...a.values, ...b.values])] } : a;

/** The parts of a conjunction. */
export const partsOf = (filter: Filter): Filter[] => ('all' in filter ? filter.all : [filter]);

/** What a part speaks of, when it speaks of one thing only: "place", "brand", "contract_end" … */
export function facetOfFilter(filter: Filter): string | null {
  if (isClause(filter)) return facetOf(filter.field);
  if ('not' in filter) return null;
  const facets = new Set(('all' in filter ? filter.all : filter.any).map(facetOfFilter));
  const [only] = facets;
  return facets.size === 1 ? (only ?? null) : null;
}

export function isHeadFilter(filter: Filter): boolean {
  if (isClause(filter)) return isHeadField(filter.field);
  if ('not' in filter) return false;
  const inner = 'all' in filter ? filter.all : filter.any;
  return inner.length > 0 && inner.some(isHeadFilter);
}

export const isEverybody = (filter: Filter): boolean => 'all' in filter && filter.all.length === 0;

const key = (filter: Filter): string => JSON.stringify(filter);
export const sameFilter = (a: Filter, b: Filter): boolean => key(a) === key(b);

/** The parts that two conjunctions share. */
export const commonParts = (one: Filter, other: Filter): Filter[] =>
  partsOf(one).filter((part) => partsOf(other).some((same) => sameFilter(part, same)));

/** Those of either: what both demand once, and what each demands besides as alternatives. */
export function union(one: Filter, other: Filter): Filter {
  const common = commonParts(one, other);
  const restOf = (filter: Filter): Filter[] =>
    partsOf(filter).filter((part) => !common.some((same) => sameFilter(part, same)));
  const [first, second] = [restOf(one), restOf(other)];
  // One of them demands nothing more, so that it holds the other.
  if (first.length === 0 || second.length === 0) return all(common);
  return all([...common, any([all(first), all(second)])]);
}

/** "hotels in Germany or gyms in Germany" as hotels or gyms, in Germany. */
export function factored(filter: Filter): Filter {
  if (!('any' in filter) || filter.any.length < 2) return filter;
  const [first, ...others] = filter.any as [Filter, ...Filter[]];
  return others.reduce((whole, one) => union(whole, one), first);
}

/** A field of free text ("Mini PC / Windows 11") holds any of these. */
export function valueWithin(field: string, texts: readonly string[]): Filter {
  const own = texts.filter(
    (text, at) =>
      texts.findIndex(
        (one) =>
          one.toLowerCase().startsWith(text.toLowerCase()) ||
          text.toLowerCase().startsWith(one.toLowerCase()),
      ) === at,
  );
  return any(own.map((text) => ({ op: 'contains', field, text })));
}
