import { eq, sql } from 'drizzle-orm';
import { campaigns, messages } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { isId } from '../../lib/ids.ts';
import { canaryWords } from '../approval/canary.ts';
import { canarySchema } from '../campaigns/draft.ts';
import type { Ctx } from '../context.ts';
import type { ProgressPart } from '../parts.ts';
import { readSurveyScore } from '../statistics/read-survey-score.ts';
import { demand } from '../tenants/roles.ts';
import { campaignCounts } from './campaign-counts.ts';

/** How a campaign is going; before the campaign itself was launched, how its latest test is going. */
export async function progressPart(ctx: Ctx, campaignId: string): Promise<ProgressPart> {
  demand(ctx.actor, 'read');
  const [campaign] = isId(campaignId)
    ? await ctx.tx.select().from(campaigns).where(eq(campaigns.id, campaignId))
    : [];
  if (!campaign)
    throw new AppError('campaign:unknown', 'There is no such campaign.', { where: { campaignId } });
  const [shown] = await ctx.tx
    .select({
      first: sql<number | null>`min(${messages.occurrence})`,
      last: sql<number | null>`max(${messages.occurrence})`,
    })
    .from(messages)
    .where(eq(messages.campaignId, campaignId));
  const occurrence = shown?.first === 0 ? 0 : (shown?.last ?? 0);
  const counts = (await campaignCounts(ctx, { campaignIds: [campaignId], occurrence })).get(campaignId)!;
  const survey = await readSurveyScore(ctx, campaign);
  return {
    kind: 'progress',
    campaignId,
    campaign: campaign.name,
    status: campaign.status,
    ...counts,
    ...heldBack(campaign),
    ...(survey ? { survey } : {}),
  };
}

function heldBack({ canary, pauseReason, status }: typeof campaigns.$inferSelect): { heldBack?: string } {
  if (status === 'paused' && pauseReason) return { heldBack: pauseReason };
  if (canary === null || status !== 'sending') return {};
  return { heldBack: canaryWords(canarySchema.parse(canary)) };
}
