import { describeClause, type FilterWords } from './describe-clause.ts';
import { type Filter, isClause } from './filter.ts';

/**
 * A checked filter in plain words, dates written out, the same for the same filter: "brand is Hilton (with Hilton
 * Garden Inn), and contract ends 1–31 October 2027". Groups inside groups stand in brackets.
 */
export function describeFilter(filter: Filter, words: FilterWords): string {
  if (isClause(filter)) return describeClause(filter, { words });
  if ('not' in filter) return describeNot(filter.not, words);
  const isAll = 'all' in filter;
  const children = isAll ? filter.all : filter.any;
  if (children.length === 0) return 'all customers';
  if (children.length === 1) return describeFilter(children[0]!, words);
  const parts = children.map((child) =>
    isGroup(child) ? `(${describeFilter(child, words)})` : describeFilter(child, words),
  );
  return parts.join(isAll ? ', and ' : ', or ');
}

function describeNot(filter: Filter, words: FilterWords): string {
  if (isClause(filter)) return describeClause(filter, { words, isNegated: true });
  if ('not' in filter) return describeFilter(filter.not, words);
  const children = 'all' in filter ? filter.all : filter.any;
  if (children.length === 1) return describeNot(children[0]!, words);
  return `not (${describeFilter(filter, words)})`;
}

/** Whether a filter reads as several conditions. */
function isGroup(filter: Filter): boolean {
  if (isClause(filter) || 'not' in filter) return false;
  const children = 'all' in filter ? filter.all : filter.any;
  return children.length > 1 || (children.length === 1 && isGroup(children[0]!));
}
