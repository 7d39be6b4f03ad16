import { sql } from 'drizzle-orm';
import { countMatching } from '../../db/queries/audience-members.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { checkFilter } from './check-filter.ts';
import { compileFilter } from './compile-filter.ts';
import { describeFilter } from './describe-filter.ts';
import { readFilterScope } from './filter-scope.ts';

export type Difference = {
  /** Customers that only the first or only the second filter means. */
  onlyOne: number;
  onlyOther: number;
  one: { words: string; total: number };
  other: { words: string; total: number };
};

type Input = { one: unknown; other: unknown };

/** Whether two filters mean the same customers today. Throws `filter:invalid` or `field:unknown`. */
export async function compareFilters(ctx: Ctx, input: Input): Promise<Difference> {
  demand(ctx.actor, 'read');
  const filters = [input.one, input.other];
  const scope = await readFilterScope(ctx, filters);
  const [one, other] = filters.map((given) => checkFilter(given, scope.fields)) as [
    ReturnType<typeof checkFilter>,
    ReturnType<typeof checkFilter>,
  ];
  const [first, second] = [compileFilter(one, scope), compileFilter(other, scope)];
  // What cannot be judged is not meant: neither true nor false is out.
  const conditions = [
    first,
    second,
    sql`(${first}) and (${second}) is not true`,
    sql`(${second}) and (${first}) is not true`,
  ];
  const { rows } = await ctx.tx.execute<{ counts: number[] }>(
    countMatching(conditions, { status: 'active' }),
  );
  const [totalOne, totalOther, onlyOne, onlyOther] = rows[0]!.counts as [number, number, number, number];
  return {
    onlyOne,
    onlyOther,
    one: { words: describeFilter(one, scope), total: totalOne },
    other: { words: describeFilter(other, scope), total: totalOther },
  };
}
