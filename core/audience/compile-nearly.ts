import { type SQL, sql } from 'drizzle-orm';
import { FACTS } from '../../db/queries/audience-facts.ts';
import { compileClause } from './compile-clause.ts';
import { type Clause, type Filter, isClause } from './filter.ts';
import type { FilterScope } from './filter-scope.ts';

/** Columns with an index that a condition of the field compares, and nothing beside: it is unknown where they are. */
const SERVED: Readonly<Record<string, { op: Clause['op']; column: SQL }>> = {
  brand: { op: 'in', column: sql`k.brand_id` },
  country: { op: 'in', column: sql`k.country` },
  city: { op: 'in', column: sql`k.city` },
  contract_end: { op: 'between', column: FACTS.endsOn },
};

/**
 * What everybody meets of whom a filter is not known, said so that indexes find them: of a list of conditions those that
 * an index serves, each with what it cannot judge; of one alone, only that. More may meet it, nobody less.
 */
export function compileNearly(filter: Filter, scope: FilterScope): SQL {
  const all = isClause(filter) ? [filter] : 'all' in filter ? filter.all : [];
  const served = all.filter(isClause).flatMap((clause) => {
    const one = SERVED[clause.field];
    if (one?.op !== clause.op) return [];
    const isUnknown = sql`${one.column} is null`;
    return all.length === 1 ? [isUnknown] : [sql`(${compileClause(clause, scope)} or ${isUnknown})`];
  });
  return served.length > 0 ? sql.join(served, sql` and `) : sql`true`;
}
