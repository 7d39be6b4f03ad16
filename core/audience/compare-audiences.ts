import { sql } from 'drizzle-orm';
import { countMatching } from '../../db/queries/audience-members.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { checkFilter } from './check-filter.ts';
import { compileFilter } from './compile-filter.ts';
import { describeFilter } from './describe-filter.ts';
import { readFilterScope } from './filter-scope.ts';

export type Overlap = {
  /** The two, in words and number of customers. */
  first: { words: string; customers: number };
  second: { words: string; customers: number };
  both: number;
  onlyFirst: number;
  onlySecond: number;
  either: number;
  /** What both have of what either has (Jaccard), 0 … 1; null when nobody is in either. */
  likeness: number | null;
};

/** How far two audiences are the same customers, today. Throws `filter:invalid` or `field:unknown`. */
export async function compareAudiences(
  ctx: Ctx,
  input: { first: unknown; second: unknown },
): Promise<Overlap> {
  demand(ctx.actor, 'read');
  const scope = await readFilterScope(ctx, [input.first, input.second]);
  const filters = [input.first, input.second].map((filter) => checkFilter(filter, scope.fields));
  const [a, b] = filters.map((filter) => compileFilter(filter, scope));
  const { rows } = await ctx.tx.execute<{ counts: [number, number, number] }>(
    countMatching([a!, b!, sql`${a!} and ${b!}`], { status: 'active' }),
  );
  const [first, second, both] = rows[0]!.counts;
  const either = first + second - both;
  const [firstWords, secondWords] = filters.map((filter) => describeFilter(filter, scope));
  return {
    first: { words: firstWords!, customers: first },
    second: { words: secondWords!, customers: second },
    both,
    onlyFirst: first - both,
    onlySecond: second - both,
    either,
    likeness: either === 0 ? null : both / either,
  };
}
