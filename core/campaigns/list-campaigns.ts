import { and, desc, eq, isNull } from 'drizzle-orm';
import { campaigns } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import type { CampaignStatus } from './draft.ts';
import type { CampaignRow } from './read-campaign.ts';

/** Newest first; at most `limit` (200 unless told). */
export async function listCampaigns(
  ctx: Ctx,
  { status, limit = 200 }: { status?: CampaignStatus | undefined; limit?: number } = {},
): Promise<CampaignRow[]> {
  demand(ctx.actor, 'read');
  return ctx.tx
    .select()
    .from(campaigns)
    .where(and(isNull(campaigns.deletedAt), status ? eq(campaigns.status, status) : undefined))
    .orderBy(desc(campaigns.createdAt), desc(campaigns.id))
    .limit(limit);
}
