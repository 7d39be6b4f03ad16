import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import { rankOf } from './compile-clause.ts';
import { choicesOf, compileFilter } from './compile-filter.ts';
import { isOneOfThem, rankedIds } from './compile-top.ts';
import { type Clause, type Filter, isClause, type Top } from './filter.ts';
import type { FilterScope } from './filter-scope.ts';

// Of more the statement itself says who they are.
const MOST_CHOSEN = 2_000;

/** At most so many customers match for certain; null where the filter itself does not say. */
export function atMost(filter: Filter): number | null {
  const counts = topsOf(filter).flatMap(({ count }) => (count === undefined ? [] : [count]));
  return counts.length > 0 ? Math.min(...counts) : null;
}

/**
 * Who the so many highest or lowest are, found once: a statement that asks for them in several places ranks anew in each.
 * `surely` is the filter as a condition that nobody meets but who matches for certain.
 */
export async function chooseTops(
  ctx: Ctx,
  { filter, scope }: { filter: Filter; scope: FilterScope },
): Promise<{ scope: FilterScope; surely: SQL }> {
  const tops = topsOf(filter);
  const isFew = tops.every(({ count }) => count !== undefined && count <= MOST_CHOSEN);
  if (tops.length === 0 || !isFew) return { scope, surely: compileFilter(filter, scope) };
  const chosen = new Map<Clause, readonly string[]>();
  for (const top of tops) {
    const among = choicesOf(filter, { ...scope, chosen }).get(top) ?? sql`true`;
    const { rows } = await ctx.tx.execute<{ id: string }>(
      rankedIds(top, { among, value: rankOf(top, scope) }),
    );
    chosen.set(
      top,
      rows.map(({ id }) => id),
    );
  }
  // The last one chooses among those whom all the rest admits.
  return { scope: { ...scope, chosen }, surely: isOneOfThem(chosen.get(tops.at(-1)!)!) };
}

/** They stand at the top of a filter only. */
const topsOf = (filter: Filter): Top[] => {
  const parts = isClause(filter) ? [filter] : 'all' in filter ? filter.all : [];
  return parts.filter((part): part is Top => isClause(part) && part.op === 'top');
};
