import { eq, sql } from 'drizzle-orm';
import { monthLeft, unitCost } from '../../db/queries/spend.ts';
import { campaigns, messages } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { isId } from '../../lib/ids.ts';
import { formatMoney } from '../../lib/money.ts';
import { canaryWords } from '../approval/canary.ts';
import { canarySchema } from '../campaigns/draft.ts';
import type { Ctx } from '../context.ts';
import type { ProgressPart } from '../parts.ts';
import { readSurveyScore } from '../statistics/read-survey-score.ts';
import { demand } from '../tenants/roles.ts';
import { campaignCounts } from './campaign-counts.ts';
import { monthOf } from './month-of.ts';
import { waitForTemplate } from './wait-for-template.ts';

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
    ...(await heldBack(ctx, campaign, occurrence)),
    ...(survey ? { survey } : {}),
  };
}

async function heldBack(
  ctx: Ctx,
  { id: campaignId, canary, pauseReason, status }: typeof campaigns.$inferSelect,
  occurrence: number,
): Promise<{ heldBack?: string }> {
  if (status === 'paused' && pauseReason) return { heldBack: pauseReason };
  const template = await waitForTemplate(ctx, { campaignId, occurrence });
  if (template) return { heldBack: template };
  if (status !== 'sending') return {};
  const month = await monthUsedUp(ctx);
  if (month) return { heldBack: month };
  return canary === null ? {} : { heldBack: canaryWords(canarySchema.parse(canary)) };
}

/** The workspace's own limit; where less than a message's price is left the claim knows, and here it is near enough. */
async function monthUsedUp(ctx: Ctx): Promise<string | null> {
  const { monthlyBudget } = ctx.tenant.settings;
  if (!monthlyBudget) return null;
  const { rows } = await ctx.tx.execute<{ isUsedUp: boolean }>(sql`
    select exists (select 1 from channel_accounts a where a.is_enabled)
      and not exists (
        select 1 from channel_accounts a where a.is_enabled
          and ${unitCost(sql`a`, sql`${monthlyBudget.currency}::text`)}
            <= ${monthLeft({ ...monthlyBudget, month: monthOf(ctx) })}) as "isUsedUp"`);
  return rows[0]?.isUsedUp
    ? `The workspace's budget of ${formatMoney(monthlyBudget)} for this month is used up: the rest waits for the next one, or until it is raised in the settings.`
    : null;
}
