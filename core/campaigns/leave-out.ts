import { eq } from 'drizzle-orm';
import { customers } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { editCampaign } from './edit-campaign.ts';
import { type Campaign, readCampaign } from './read-campaign.ts';

type Input = { campaignId: string; customerId: string; isOut: boolean; reason: string };

/**
 * Takes one customer out of a campaign by hand, or back in; why stands in its history. A new version, like any edit.
 * Throws `customer:unknown`, and what `editCampaign` throws.
 */
export async function leaveOut(
  ctx: Ctx,
  { campaignId, customerId, isOut, reason }: Input,
): Promise<Campaign> {
  demand(ctx.actor, 'draft');
  const [customer] = await ctx.tx
    .select({ name: customers.name })
    .from(customers)
    .where(eq(customers.id, customerId));
  if (!customer) throw new AppError('customer:unknown', 'There is no such customer.');
  const { draft } = await readCampaign(ctx, campaignId);
  const others = draft.excludedCustomerIds.filter((id) => id !== customerId);
  const excludedCustomerIds = isOut ? [...others, customerId] : others;
  const done = isOut ? 'left out' : 'took back in';
  const change = `${done} ${customer.name}${reason ? `: ${reason}` : ''}`;
  return editCampaign(ctx, { campaignId, patch: { excludedCustomerIds }, change });
}
