// Campaigns that come again: each makes the next one in time for a person to decide on it.
import { and, eq, isNull, lte, ne } from 'drizzle-orm';
import { campaigns, campaignVersions } from '../../db/schema/index.ts';
import { isAppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import { createCampaign } from '../campaigns/create-campaign.ts';
import type { Draft } from '../campaigns/draft.ts';
import { type NextOccurrence, nextOccurrence } from '../campaigns/next-occurrence.ts';
import { type Campaign, lockCampaign } from '../campaigns/read-campaign.ts';
import type { Ctx, Within } from '../context.ts';
import type { Actor } from '../tenants/roles.ts';
import { readAuthor } from './campaign-status.ts';
import { requestApproval } from './request-approval.ts';

const SERIES: Actor = { kind: 'system', name: 'series' };
const HOUR = 3_600_000;
// A day to decide; half a one where it comes daily.
const LEAD_HOURS = { day: 12, week: 24, month: 24 };

/** When the one after it is to be made; null when there is none. */
export function repeatsAt(ctx: Ctx, draft: Pick<Draft, 'schedule' | 'repeat'>): Date | null {
  const next = following(ctx, draft);
  return next && new Date(next.startsAt.getTime() - LEAD_HOURS[next.repeat.every] * HOUR);
}

const following = (
  ctx: Ctx,
  { schedule, repeat }: Pick<Draft, 'schedule' | 'repeat'>,
): NextOccurrence | null =>
  repeat && nextOccurrence({ schedule, repeat }, { now: ctx.now, timeZone: ctx.tenant.settings.timeZone });

/** From the approval of the first on; the others carry it from their making, whether they are approved or not. */
export async function beginSeries(ctx: Ctx, { id, draft }: Pick<Campaign, 'id' | 'draft'>): Promise<void> {
  const [made] = await ctx.tx.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.follows, id));
  const at = made ? null : repeatsAt(ctx, draft);
  await ctx.tx.update(campaigns).set({ repeatsAt: at }).where(eq(campaigns.id, id));
}

/**
 * Makes what is due of every series, and asks for its approval: with the audience, the texts and the checks of that
 * day, by nobody's decision but a new one. Who wrote the first is the author of each. When it cannot be asked for
 * (nobody to reach, a text that may not go out) it stays a draft, and the reason is in the log. Answers how many.
 */
export async function continueSeries(within: Within, tenantId: string): Promise<number> {
  const made = await within(tenantId, SERIES, makeDue);
  for (const campaignId of made) {
    await within(tenantId, SERIES, (ctx) => requestApproval(ctx, { campaignId })).catch((error: unknown) => {
      if (!isAppError(error)) throw error;
      return within(tenantId, SERIES, (ctx) =>
        recordAudit(ctx, {
          action: 'campaign.repeat_waits',
          subject: campaignId,
          data: { why: error.message },
        }),
      );
    });
  }
  return made.length;
}

async function makeDue(ctx: Ctx): Promise<string[]> {
  const due = await ctx.tx
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(
      and(lte(campaigns.repeatsAt, ctx.now), isNull(campaigns.deletedAt), ne(campaigns.status, 'stopped')),
    )
    .for('update', { skipLocked: true })
    .limit(20);
  const made: string[] = [];
  for (const { id } of due) made.push(...(await makeNext(ctx, await lockCampaign(ctx, id))));
  return made;
}

async function makeNext(ctx: Ctx, campaign: Campaign): Promise<string[]> {
  const next = following(ctx, campaign.draft);
  await ctx.tx.update(campaigns).set({ repeatsAt: null }).where(eq(campaigns.id, campaign.id));
  if (!next) return [];
  const draft = { ...campaign.draft, schedule: next.schedule, repeat: next.repeat };
  const made = await createCampaign(ctx, { draft, threadId: campaign.threadId ?? undefined });
  const createdBy = await readAuthor(ctx, campaign);
  await ctx.tx
    .update(campaigns)
    .set({ follows: campaign.id, repeatsAt: repeatsAt(ctx, draft), createdBy })
    .where(eq(campaigns.id, made.id));
  await ctx.tx.update(campaignVersions).set({ createdBy }).where(eq(campaignVersions.campaignId, made.id));
  return [made.id];
}
