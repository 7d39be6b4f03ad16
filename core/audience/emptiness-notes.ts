import { countMatching } from '../../db/queries/audience-members.ts';
import { customers } from '../../db/schema/index.ts';
import { plural } from '../../lib/text.ts';
import type { Ctx } from '../context.ts';
import { compileFilter } from './compile-filter.ts';
import { describeFilter } from './describe-filter.ts';
import { type Filter, isClause } from './filter.ts';
import type { FilterScope } from './filter-scope.ts';
import { type Culprit, culpritsOf } from './nearest-clauses.ts';

// What a person still reads; beyond that only the conditions that match nobody are named.
const MOST_TOLD = 6;

/** Nobody matched: which condition emptied the audience, and what each one alone, or all but one, would give. */
export async function notesOnEmptiness(
  ctx: Ctx,
  { filter, scope }: { filter: Filter; scope: FilterScope },
): Promise<string[]> {
  const [anybody] = await ctx.tx.select({ id: customers.id }).from(customers).limit(1);
  if (!anybody) return ['There are no customers in this workspace yet: import a file of yours first.'];
  const parts = !isClause(filter) && 'all' in filter ? filter.all : [filter];
  const nearest = nearestNotes(await culpritsOf(ctx, { filter, scope }));
  if (parts.length < 2) return ['Nobody matches.', ...nearest];
  const others = parts.map((_part, at): Filter => ({ all: parts.filter((_other, index) => index !== at) }));
  const conditions = [...parts, ...others].map((part) => compileFilter(part, scope));
  const { rows } = await ctx.tx.execute<{ counts: number[] }>(
    countMatching(conditions, { status: 'active' }),
  );
  const told = parts.map((part, at) => ({
    words: describeFilter(part, scope),
    alone: rows[0]!.counts[at]!,
    without: rows[0]!.counts[parts.length + at]!,
  }));
  const empty = told.filter(({ alone }) => alone === 0);
  const culprits = told.filter(({ without }) => without > 0);
  return [
    ...empty.map(({ words }) => `Nobody matches “${words}”.`),
    ...(empty.length > 0 ? [] : ['Each condition matches somebody, but nobody matches all of them.']),
    ...told
      .slice(0, MOST_TOLD)
      .filter(({ alone }) => alone > 0)
      .map(({ words, alone }) => `“${words}” alone matches ${plural(alone, 'customer')}.`),
    ...culprits
      .slice(0, MOST_TOLD)
      .filter(() => told.length > 2 || empty.length === 0)
      .map(({ words, without }) => `Without “${words}” there would be ${plural(without, 'customer')}.`),
    ...nearest,
  ];
}

/**
 * For each condition on days or amounts to blame the nearest one that would leave somebody. Names are told where they
 * are corrected (name-notes.ts): a mind reads these notes, and names come out of files.
 */
const nearestNotes = (culprits: readonly Culprit[]): string[] =>
  culprits
    .slice(0, MOST_TOLD)
    .flatMap(({ words, instead: [first] }) =>
      first && first.clause.op !== 'in' && first.words !== words
        ? [`Instead of “${words}”, “${first.words}” would give ${plural(first.customers, 'customer')}.`]
        : [],
    );
