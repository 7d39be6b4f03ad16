// A filter's answer for one customer from the answers of its clauses, as SQL's three-valued logic has it.

import type { FilterWords } from './describe-clause.ts';
import { describeFilter } from './describe-filter.ts';
import { type Clause, type Filter, isClause } from './filter.ts';

/** True, false, or null where the customer's field is not known. */
export type Verdict = boolean | null;
export type VerdictOf = (clause: Clause) => Verdict;

export function judgeFilter(filter: Filter, verdictOf: VerdictOf): Verdict {
  if (isClause(filter)) return verdictOf(filter);
  if ('not' in filter) return invert(judgeFilter(filter.not, verdictOf));
  const verdicts = ('all' in filter ? filter.all : filter.any).map((child) => judgeFilter(child, verdictOf));
  const decisive = !('all' in filter);
  if (verdicts.includes(decisive)) return decisive;
  return verdicts.includes(null) ? null : !decisive;
}

const invert = (verdict: Verdict): Verdict => (verdict === null ? null : !verdict);

/** The conditions that let a customer in, in words: of alternatives only those that hold. */
export function admittedBy(
  filter: Filter,
  { verdictOf, words }: { verdictOf: VerdictOf; words: FilterWords },
): string {
  const holding = (node: Filter): Filter => {
    if (isClause(node) || 'not' in node) return node;
    if ('all' in node) return { all: node.all.map(holding) };
    return { all: node.any.filter((child) => judgeFilter(child, verdictOf) === true).map(holding) };
  };
  return describeFilter(flatten(holding(filter)), words);
}

/** The same conditions with no `all` inside another. */
function flatten(filter: Filter): Filter {
  if (isClause(filter) || !('all' in filter)) return filter;
  const children = filter.all.map(flatten).flatMap((child) => ('all' in child ? child.all : [child]));
  return children.length === 1 ? children[0]! : { all: children };
}
