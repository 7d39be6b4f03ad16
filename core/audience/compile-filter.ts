import { type SQL, sql } from 'drizzle-orm';
import { compileClause } from './compile-clause.ts';
import { type Filter, isClause } from './filter.ts';
import type { FilterScope } from './filter-scope.ts';

/**
 * A checked filter as a condition over `audienceFacts` (db/queries/audience-facts.ts). It is three-valued as SQL is:
 * true, false, or null where a field is not known, so that such a customer matches neither a clause nor its negation.
 * Values travel as parameters only.
 */
export function compileFilter(filter: Filter, scope: FilterScope): SQL {
  if (isClause(filter)) return compileClause(filter, scope);
  if ('not' in filter) return sql`(not ${compileFilter(filter.not, scope)})`;
  const isAll = 'all' in filter;
  const children = (isAll ? filter.all : filter.any).map((child) => compileFilter(child, scope));
  if (children.length === 0) return isAll ? sql`true` : sql`false`;
  return sql`(${sql.join(children, isAll ? sql` and ` : sql` or `)})`;
}
