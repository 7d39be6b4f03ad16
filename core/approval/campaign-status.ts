import { and, eq } from 'drizzle-orm';
import { campaigns, campaignVersions } from '../../db/schema/index.ts';
import type { CampaignStatus } from '../campaigns/draft.ts';
import type { Ctx } from '../context.ts';

/**
 * Call with the campaign's row held (`lockCampaign`): deciding, editing, pausing and stopping one campaign happen one
 * after the other, and always lock in the order campaign, approval, message.
 */
export async function setCampaignStatus(
  ctx: Ctx,
  { id, status }: { id: string; status: CampaignStatus },
): Promise<void> {
  await ctx.tx.update(campaigns).set({ status, updatedAt: ctx.now }).where(eq(campaigns.id, id));
}

/** Who wrote the version that stands. */
export async function readAuthor(
  ctx: Ctx,
  { id, version }: { id: string; version: number },
): Promise<string | null> {
  const [row] = await ctx.tx
    .select({ createdBy: campaignVersions.createdBy })
    .from(campaignVersions)
    .where(and(eq(campaignVersions.campaignId, id), eq(campaignVersions.version, version)));
  return row?.createdBy ?? null;
}
