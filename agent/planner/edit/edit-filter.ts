// How a follow-up changes the audience that is there: each function answers a whole new filter.
import type { Clause, Filter } from '../../../core/audience/filter.ts';
import {
  all,
  any,
  facetOfFilter,
  isClause,
  isEverybody,
  isHeadFilter,
  partsOf,
  sameFilter,
} from '../filters.ts';

/** "only Bangkok": a value of the same field is chosen instead; anything else is a further condition. */
export function narrowTo(filter: Filter, wanted: Filter): Filter {
  if (isEverybody(filter)) return wanted;
  const fields = partsOf(wanted).flatMap(fieldsOf);
  const kept = partsOf(filter).filter((part) => !isPositiveOf(part, fields));
  return all([...kept, ...partsOf(wanted)]);
}

/** "no, November", "change it to Phuket": conditions of the same kind give way. */
export function replaceFacets(filter: Filter, wanted: Filter): Filter {
  if (isEverybody(filter)) return wanted;
  const facets = new Set(partsOf(wanted).map(facetOfFilter));
  const isOfKind = (part: Filter) => facets.has(facetOfFilter(part));
  // "the Marriotts" in the place of "hotels"; of "Hilton hotels" only the brand.
  const heads =
    partsOf(wanted).some(isHeadFilter) &&
    !partsOf(filter).some((part) => isHeadFilter(part) && isOfKind(part));
  const kept = partsOf(filter).filter((part) => !isOfKind(part) && !(heads && isHeadFilter(part)));
  return all([...kept, ...partsOf(wanted)]);
}

/** "add the Hyatts": more values of the same field, or another kind of customer beside those that are there. */
export function widenBy(filter: Filter, wanted: Filter): Filter | null {
  if (isEverybody(filter)) return filter;
  const lifted = withoutNegated(filter, wanted);
  if (lifted !== filter) return lifted;
  const parts = partsOf(filter);
  // "Mali's, and the ones that nobody owns": whether there is one is of the same kind.
  const facet = kindOf(wanted);
  const same = parts.filter((part) => facet !== null && kindOf(part) === facet);
  // "in Thailand" and "in Bangkok" are one place, and the new one stands beside both of them.
  if (same.length > 0) {
    const [at, rest] = [parts.indexOf(same[0]!), parts.filter((part) => !same.includes(part))];
    return all(rest.toSpliced(at, 0, any([all(same), wanted])));
  }
  if (!isHeadFilter(wanted)) return null;
  const facets = new Set(partsOf(wanted).map(facetOfFilter));
  const who = parts.filter((part) => isHeadFilter(part) || facets.has(facetOfFilter(part)));
  if (who.length === 0) return null;
  const rest = parts.filter((part) => !who.includes(part));
  return all([any([all(who), wanted]), ...rest]);
}

const kindOf = (filter: Filter): string | null => {
  const isMissing = 'not' in filter && isClause(filter.not) && filter.not.op === 'known';
  return facetOfFilter(isMissing ? filter.not : filter)?.replace(/:known$/, '') ?? null;
};

/** "drop Phuket": taken out of a list where it stands in one, excepted otherwise. Null when nothing would be left. */
export function dropFrom(filter: Filter, unwanted: Filter): Filter | null {
  const shrunk = shrink(filter, unwanted);
  if (shrunk === 'nothing') return null;
  if (shrunk) return shrunk;
  return all([...partsOf(filter), 'not' in unwanted ? unwanted.not : { not: unwanted }]);
}

// "drop Phuket" from "Bangkok or Phuket" leaves Bangkok; as a further condition it would say the same in more words.
function shrink(filter: Filter, unwanted: Filter): Filter | 'nothing' | null {
  if (!isClause(unwanted)) return removeWhole(filter, unwanted);
  const parts = partsOf(filter);
  for (const [at, part] of parts.entries()) {
    const left = withoutValues(part, unwanted);
    if (left === undefined) continue;
    if (left === null) return 'nothing';
    return all(parts.with(at, left));
  }
  return null;
}

function removeWhole(filter: Filter, unwanted: Filter): Filter | null {
  const parts = partsOf(filter);
  const kept = parts.filter((part) => !sameFilter(part, unwanted));
  return kept.length < parts.length && kept.length > 0 && !isClause(unwanted) ? all(kept) : null;
}

/** Undefined: not about it. Null: nothing left. */
function withoutValues(part: Filter, unwanted: Clause): Filter | null | undefined {
  if (isClause(part)) {
    if (unwanted.op !== 'in') return sameFilter(part, unwanted) ? null : undefined;
    if (part.op !== 'in' || part.field !== unwanted.field) return undefined;
    if (!unwanted.values.every((value) => part.values.includes(value))) return undefined;
    const values = part.values.filter((value) => !unwanted.values.includes(value));
    return values.length === 0 ? null : { ...part, values };
  }
  if (!('any' in part)) return undefined;
  const at = part.any.findIndex((child) => withoutValues(child, unwanted) !== undefined);
  if (at < 0) return undefined;
  const left = withoutValues(part.any[at]!, unwanted);
  return left ? any(part.any.with(at, left)) : any(part.any.toSpliced(at, 1));
}

/** "not only Thailand": the condition on it no longer stands. Null where there is none. */
export function lift(filter: Filter, wanted: Filter): Filter | null {
  const fields = partsOf(wanted).flatMap(fieldsOf);
  const parts = partsOf(filter);
  const kept = parts.filter((part) => !isPositiveOf(part, fields));
  return kept.length < parts.length ? all(kept) : null;
}

/** Adding what was excepted before lifts the exception. */
export function withoutNegated(filter: Filter, wanted: Filter): Filter {
  const parts = partsOf(filter);
  const kept = parts.filter((part) => !('not' in part && sameFilter(part.not, wanted)));
  if (kept.length < parts.length) return all(kept);
  // "Phuket may come in" of "except Bangkok and Phuket": Bangkok stays out.
  const at = parts.findIndex((part) => fewerExcepted(part, wanted) !== null);
  return at < 0 ? filter : all(parts.with(at, fewerExcepted(parts[at]!, wanted)!));
}

function fewerExcepted(part: Filter, wanted: Filter): Filter | null {
  const isList = 'not' in part && isClause(part.not) && part.not.op === 'in';
  const left = isList && isClause(wanted) ? withoutValues(part.not, wanted) : null;
  return left ? { not: left } : null;
}

const fieldsOf = (filter: Filter): string[] => {
  if (isClause(filter)) return [filter.field];
  return 'not' in filter ? [] : ('all' in filter ? filter.all : filter.any).flatMap(fieldsOf);
};

/** A condition that only chooses among values of these fields. */
const isPositiveOf = (part: Filter, fields: readonly string[]): boolean => {
  const own = fieldsOf(part);
  return !('not' in part) && own.length > 0 && own.every((field) => fields.includes(field));
};
