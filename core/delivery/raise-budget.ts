import { eq } from 'drizzle-orm';
import { campaigns } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { formatMoney, type Money } from '../../lib/money.ts';
import { recordAudit } from '../audit/record.ts';
import { lockCampaign } from '../campaigns/read-campaign.ts';
import type { Ctx } from '../context.ts';
import type { ProgressPart } from '../parts.ts';
import { demandSignedIn } from '../tenants/demand-signed-in.ts';
import { demand } from '../tenants/roles.ts';
import { controlCampaign } from './control-campaign.ts';
import { progressPart } from './progress-part.ts';

/**
 * More money for a campaign that was approved with less: whoever may approve decides it, signed in. One that waits for it
 * goes on. Refuses `auth:forbidden`, and `campaign:budget` for less than there was, another currency, or a campaign without a
 * budget: those are changes of the campaign, which are asked for anew.
 */
export async function raiseBudget(
  ctx: Ctx,
  { campaignId, budget }: { campaignId: string; budget: Money },
): Promise<ProgressPart> {
  demand(ctx.actor, 'approve');
  demandSignedIn(ctx.actor);
  const { id, budget: before, status, pauseReason } = await lockCampaign(ctx, campaignId);
  if (!before || before.currency !== budget.currency || before.minor > budget.minor)
    throw new AppError(
      'campaign:budget',
      before
        ? `The budget is ${formatMoney(before)}: here it can only be raised.`
        : 'The campaign was approved without a budget.',
      { nextStep: 'Pause or stop it; another budget is another version, which is asked for anew.' },
    );
  await ctx.tx.update(campaigns).set({ budget }).where(eq(campaigns.id, id));
  await recordAudit(ctx, { action: 'campaign.budget_raised', subject: id, data: { before, budget } });
  if (status !== 'paused' || !pauseReason) return progressPart(ctx, id);
  return controlCampaign(ctx, { campaignId: id, action: 'resume' });
}
