import { and, inArray, isNull } from 'drizzle-orm';
import { campaigns } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { controlCampaign } from './control-campaign.ts';

/**
 * Pauses every campaign that is scheduled or going out, as `controlCampaign` does one, and gives their ids. Going on is
 * decided campaign by campaign.
 */
export async function pauseEverything(ctx: Ctx): Promise<string[]> {
  demand(ctx.actor, 'control');
  const running = await ctx.tx
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(and(isNull(campaigns.deletedAt), inArray(campaigns.status, ['scheduled', 'sending'])))
    .orderBy(campaigns.id)
    .for('update');
  for (const { id } of running) await controlCampaign(ctx, { campaignId: id, action: 'pause' });
  return running.map(({ id }) => id);
}
