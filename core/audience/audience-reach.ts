import { sql } from 'drizzle-orm';
import { type ReachRow, audienceReach as reachOf } from '../../db/queries/audience-reach.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { checkFilter } from './check-filter.ts';
import { compileFilter } from './compile-filter.ts';
import { describeFilter } from './describe-filter.ts';
import { readFilterScope } from './filter-scope.ts';

export type Purpose = 'service' | 'marketing';
export type Reach = ReachRow & { words: string; purpose: Purpose };
export type ReachInput = {
  filter: unknown;
  purpose: Purpose;
  /** Customers taken out by hand. */
  excludedCustomerIds?: readonly string[] | undefined;
};

/**
 * How far the customers of a filter can be written to for a purpose: per channel the contacts with an address, and of
 * those who opted out, who has no basis for the purpose, who shares an address, who has had as much as the frequency
 * cap allows (by the database's clock, as when sending), and who is left. Roles and hand-made choices come later.
 */
export async function audienceReach(ctx: Ctx, input: ReachInput): Promise<Reach> {
  demand(ctx.actor, 'read');
  const scope = await readFilterScope(ctx, input.filter);
  const filter = checkFilter(input.filter, scope.fields);
  const { excludedCustomerIds = [] } = input;
  const matching = compileFilter(filter, scope);
  const condition =
    excludedCustomerIds.length === 0
      ? matching
      : sql`(${matching}) and k.customer_id <> all(${sql.param(excludedCustomerIds)}::uuid[])`;
  // Its steps join each other's results, whose sizes no statistics tell (as when recipients are chosen).
  await ctx.tx.execute(sql`set local enable_nestloop = off`);
  const { rows } = await ctx.tx.execute<ReachRow>(
    reachOf({ condition, purpose: input.purpose, cap: ctx.tenant.settings.frequencyCap }),
  );
  await ctx.tx.execute(sql`set local enable_nestloop = on`);
  return { words: describeFilter(filter, scope), purpose: input.purpose, ...rows[0]! };
}
