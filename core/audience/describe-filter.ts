import { describeClause, type FilterWords } from './describe-clause.ts';
import { type Filter, isClause } from './filter.ts';

/**
 * A checked filter in plain words, dates written out, the same for the same filter: "brand is Hilton (with Hilton
 * Garden Inn), and contract ends 1–31 October 2027". Groups inside groups stand in brackets. Nothing is left out, so
 * that `parseWords` reads them back.
 */
export function describeFilter(filter: Filter, words: FilterWords): string {
  return describePlain(plainFilter(filter), words);
}

/** The same filter without groups of one and without a `not` of a `not`: what its words can tell. */
export function plainFilter(filter: Filter): Filter {
  if (isClause(filter)) return filter;
  if ('not' in filter) {
    const inner = plainFilter(filter.not);
    return 'not' in inner ? inner.not : { not: inner };
  }
  const isAll = 'all' in filter;
  const children = (isAll ? filter.all : filter.any).map(plainFilter);
  if (children.length === 1) return children[0]!;
  return isAll ? { all: children } : { any: children };
}

export const EVERYBODY = 'all customers';

function describePlain(filter: Filter, words: FilterWords): string {
  if (isClause(filter)) return describeClause(filter, { words });
  if ('not' in filter) {
    if (isClause(filter.not)) return describeClause(filter.not, { words, isNegated: true });
    return `not (${describePlain(filter.not, words)})`;
  }
  const isAll = 'all' in filter;
  const children = isAll ? filter.all : filter.any;
  if (children.length === 0) return EVERYBODY;
  const parts = children.map((child) =>
    isGroup(child) ? `(${describePlain(child, words)})` : describePlain(child, words),
  );
  return parts.join(isAll ? ', and ' : ', or ');
}

/** Whether a plain filter reads as several conditions. */
const isGroup = (filter: Filter): boolean =>
  !isClause(filter) && !('not' in filter) && ('all' in filter ? filter.all : filter.any).length > 1;
