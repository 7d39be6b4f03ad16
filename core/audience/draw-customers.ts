import { sql } from 'drizzle-orm';
import { drawnIdsOf, exactCount } from '../../db/queries/audience-count.ts';
import type { Ctx } from '../context.ts';
import { followMerges } from '../customers/merge/merged-into.ts';
import { demand } from '../tenants/roles.ts';
import { checkFilter } from './check-filter.ts';
import { atMost } from './choose-tops.ts';
import { compileFilter } from './compile-filter.ts';
import { describeFilter } from './describe-filter.ts';
import { readFilterScope } from './filter-scope.ts';

/** From how many customers on an audience is large, and how many of a large one are looked at. */
export type Sizes = { large: number; drawn: number };
// Whom so many customers' contacts are is looked up in an eighth of a second; the shares among five hundred are those of
// all of them within four and a half percent, in nineteen of twenty.
const SIZES: Sizes = { large: 2_000, drawn: 500 };

export const isLarge = (customers: number, { large }: Sizes = SIZES): boolean => customers >= large;

type Input = {
  filter: unknown;
  excludedCustomerIds?: readonly string[] | undefined;
  sizes?: Sizes | undefined;
  /** How many there are, where somebody has counted them just now. */
  total?: number;
};

export type DrawnCustomers = {
  /** All whom the filter means, less those taken out by hand. */
  total: number;
  words: string;
  /** Those looked at, each as likely as any other. */
  customerIds: string[];
  /** Whether the filter means a customer, drawn or not. */
  has(customerId: string): Promise<boolean>;
};

/**
 * Some customers of an audience that is too large to look at each of them while somebody waits; null for one that is
 * not. Throws `filter:invalid` or `field:unknown`.
 */
export async function drawCustomers(
  ctx: Ctx,
  { filter: given, excludedCustomerIds = [], sizes = SIZES, ...known }: Input,
): Promise<DrawnCustomers | null> {
  demand(ctx.actor, 'read');
  const scope = await readFilterScope(ctx, given);
  const filter = checkFilter(given, scope.fields);
  if ((atMost(filter) ?? sizes.large) < sizes.large) return null;
  const excluded = await followMerges(ctx, excludedCustomerIds);
  const meant = compileFilter(filter, scope);
  const condition =
    excluded.length === 0 ? meant : sql`(${meant}) and k.customer_id <> all(${sql.param(excluded)}::uuid[])`;
  const count = async (one: typeof condition) =>
    (await ctx.tx.execute<{ value: number }>(exactCount(one))).rows[0]!.value;
  const total = known.total ?? (await count(condition));
  if (!isLarge(total, sizes)) return null;
  const { rows } = await ctx.tx.execute<{ id: string }>(drawnIdsOf(condition, sizes.drawn));
  return {
    total,
    words: describeFilter(filter, scope),
    customerIds: rows.map(({ id }) => id),
    has: async (customerId) => (await count(sql`(${condition}) and k.customer_id = ${customerId}::uuid`)) > 0,
  };
}
