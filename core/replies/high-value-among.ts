import { inArray } from 'drizzle-orm';
import { customers } from '../../db/schema/index.ts';
import { fold } from '../../lib/text.ts';
import type { Ctx } from '../context.ts';

/** Those of these customers that are of a tier which the workspace always has a person look at. */
export async function highValueAmong(
  ctx: Ctx,
  customerIds: readonly (string | null)[],
): Promise<Set<string | null>> {
  const { highValueTiers } = ctx.tenant.settings.replies;
  const ids = [...new Set(customerIds)].filter((id) => id !== null);
  if (highValueTiers.length === 0 || ids.length === 0) return new Set();
  const tiers = new Set(highValueTiers.map((tier) => fold(tier)));
  const rows = await ctx.tx
    .select({ id: customers.id, tier: customers.tier })
    .from(customers)
    .where(inArray(customers.id, ids));
  return new Set(rows.filter(({ tier }) => tiers.has(fold(tier ?? ''))).map(({ id }) => id));
}
