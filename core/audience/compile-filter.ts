import { type SQL, sql } from 'drizzle-orm';
import { compileClause } from './compile-clause.ts';
import { type Clause, type Filter, isClause } from './filter.ts';
import type { FilterScope } from './filter-scope.ts';

/**
 * A checked filter as a condition over `audienceFacts` (db/queries/audience-facts.ts). It is three-valued as SQL is:
 * true, false, or null where a field is not known, so that such a customer matches neither a clause nor its negation.
 * Values travel as parameters only.
 */
export function compileFilter(filter: Filter, scope: FilterScope): SQL {
  return compileNode(filter, { scope, choices: choicesOf(filter, scope) });
}

/** The conditions of a filter's clauses as they stand in it: a `top` chooses among those whom the rest admits. */
export function compileClauses(filter: Filter, clauses: readonly Clause[], scope: FilterScope): SQL[] {
  const choices = choicesOf(filter, scope);
  return clauses.map((clause) => compileNode(clause, { scope, choices }));
}

type Within = { scope: FilterScope; choices: ReadonlyMap<Clause, SQL> };

function compileNode(filter: Filter, within: Within): SQL {
  if (isClause(filter)) return compileClause(filter, within.scope, within.choices.get(filter));
  if ('not' in filter) return sql`(not ${compileNode(filter.not, within)})`;
  const isAll = 'all' in filter;
  const children = (isAll ? filter.all : filter.any).map((child) => compileNode(child, within));
  if (children.length === 0) return isAll ? sql`true` : sql`false`;
  return sql`(${sql.join(children, isAll ? sql` and ` : sql` or `)})`;
}

/** For each `top`, whom it chooses from: all the other conditions, and the choices that stand before it. */
export function choicesOf(filter: Filter, scope: FilterScope): Map<Clause, SQL> {
  const choices = new Map<Clause, SQL>();
  if (isClause(filter) || !('all' in filter)) return choices;
  const isTop = (child: Filter) => isClause(child) && child.op === 'top';
  const rest = filter.all.filter((child) => !isTop(child));
  const before: Filter[] = [];
  for (const child of filter.all) {
    if (!isClause(child) || child.op !== 'top') continue;
    choices.set(child, compileNode({ all: [...rest, ...before] }, { scope, choices: new Map(choices) }));
    before.push(child);
  }
  return choices;
}
