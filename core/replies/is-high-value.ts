import { eq } from 'drizzle-orm';
import { customers } from '../../db/schema/index.ts';
import { fold } from '../../lib/text.ts';
import type { Ctx } from '../context.ts';

/** Whether a customer is of a tier that the workspace always has a person look at. */
export async function isHighValue(ctx: Ctx, customerId: string | null): Promise<boolean> {
  const { highValueTiers } = ctx.tenant.settings.replies;
  if (highValueTiers.length === 0 || !customerId) return false;
  const [row] = await ctx.tx
    .select({ tier: customers.tier })
    .from(customers)
    .where(eq(customers.id, customerId));
  return highValueTiers.some((tier) => fold(tier) === fold(row?.tier ?? ''));
}
