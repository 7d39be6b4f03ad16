import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { writtenMessages } from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import { plural } from '../../../lib/text.ts';
import { recordAudit } from '../../audit/record.ts';
import { addVersion, demandEditable } from '../../campaigns/edit-campaign.ts';
import { lockCampaign, readCampaign } from '../../campaigns/read-campaign.ts';
import type { Ctx } from '../../context.ts';
import { demand } from '../../tenants/roles.ts';
import { modelTokensLeft } from '../../threads/model-usage.ts';
import { composeCampaign } from './compose-campaign.ts';
import { dropTexts } from './text-versions.ts';
import { basisOf, byKey, ONE_TEXT } from './written-text.ts';

const count = z.int().nonnegative();
export const writingState = z.object({ wanted: count, written: count, refused: count, failed: count });
export type WritingState = z.infer<typeof writingState>;

/**
 * Asks that every recipient of a draft get a text of their own from the model; what is written already and still fits
 * stays, a person's own text always does. A request for approval of the built-in letters is void. Throws `model:none`
 * without a model, `campaign:state` once it is sent, `input:invalid` above the configured size, and `model:budget` when the month's tokens are used
 * up.
 */
export async function requestWriting(
  ctx: Ctx,
  { campaignId, hasWriter }: { campaignId: string; hasWriter: boolean },
): Promise<WritingState> {
  demand(ctx.actor, 'draft');
  if (!hasWriter)
    throw new AppError('model:none', 'There is no model here that could write messages one by one.', {
      nextStep:
        'Keep the built-in letters, write single ones by hand, or have whoever runs this server set OPENAI_API_KEY.',
    });
  const campaign = await lockCampaign(ctx, campaignId);
  demandEditable(campaign);
  const composed = await composeCampaign(ctx, campaign);
  const most = ctx.tenant.settings.model.writeUpTo;
  if (composed.length > most)
    throw new AppError(
      'input:invalid',
      `This campaign has ${plural(composed.length, 'recipient')}; texts of their own are written for up to ${most}.`,
      {
        nextStep: 'Narrow the audience, keep the built-in letters, or raise model.writeUpTo in the settings.',
      },
    );
  const left = await modelTokensLeft(ctx);
  if (left !== null && left <= 0)
    throw new AppError('model:budget', 'The tokens of this month are used up.', {
      nextStep:
        'Keep the built-in letters, or have an admin raise the tokens of the month under Settings, Rules.',
    });
  if (campaign.status !== 'draft')
    await addVersion(ctx, { campaign, draft: campaign.draft, change: 'messages written one by one' });
  for (const message of composed.toSorted((a, b) => byKey(a.recipient, b.recipient)))
    await want(ctx, { campaignId, message });
  await recordAudit(ctx, {
    action: 'campaign.write',
    subject: campaignId,
    data: { recipients: composed.length },
  });
  return readWritingState(ctx, campaignId);
}

type Wanted = { campaignId: string; message: Awaited<ReturnType<typeof composeCampaign>>[number] };

async function want(ctx: Ctx, { campaignId, message }: Wanted): Promise<void> {
  const { contactId, channel } = message.recipient;
  const basis = basisOf(message);
  const asked = {
    author: 'model' as const,
    status: 'wanted' as const,
    basis,
    subject: null,
    body: null,
    reason: null,
    tries: 0,
    leaseUntil: null,
    updatedAt: ctx.now,
  };
  await ctx.tx
    .insert(writtenMessages)
    .values({
      tenantId: ctx.tenant.id,
      campaignId,
      contactId,
      channel,
      ...asked,
      createdBy: ctx.actor.kind === 'person' ? ctx.actor.userId : null,
      createdAt: ctx.now,
    })
    .onConflictDoUpdate({
      target: ONE_TEXT,
      set: asked,
      setWhere: sql`${writtenMessages.author} = 'model' and ${writtenMessages.status} <> 'wanted'
        and (${writtenMessages.status} <> 'written' or ${writtenMessages.basis} <> ${basis})`,
    });
}

/** How far the writing is. Throws `campaign:unknown`. */
export async function readWritingState(ctx: Ctx, campaignId: string): Promise<WritingState> {
  await readCampaign(ctx, campaignId);
  const rows = await ctx.tx
    .select({ status: writtenMessages.status, count: sql<number>`count(*)::int` })
    .from(writtenMessages)
    .where(eq(writtenMessages.campaignId, campaignId))
    .groupBy(writtenMessages.status);
  const of = (status: string) => rows.find((row) => row.status === status)?.count ?? 0;
  return { wanted: of('wanted'), written: of('written'), refused: of('refused'), failed: of('failed') };
}

/** Goes back to the built-in letters. Throws `campaign:state` once it is sent. */
export async function dropWriting(ctx: Ctx, campaignId: string): Promise<void> {
  demand(ctx.actor, 'draft');
  const campaign = await lockCampaign(ctx, campaignId);
  demandEditable(campaign);
  const rows = await ctx.tx.select().from(writtenMessages).where(eq(writtenMessages.campaignId, campaignId));
  await dropTexts(ctx, { campaign, rows });
  await addVersion(ctx, { campaign, draft: campaign.draft, change: 'back to the built-in letters' });
}
