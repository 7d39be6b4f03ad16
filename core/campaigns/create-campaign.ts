import { eq } from 'drizzle-orm';
import { campaigns, campaignVersions, threads } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { isId } from '../../lib/ids.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { checkDraft, checkSchedule } from './check-draft.ts';
import type { DraftInput } from './draft.ts';
import type { Campaign } from './read-campaign.ts';

/** Makes a draft campaign, version 1. Throws what `checkDraft` throws, and `thread:unknown`. */
export async function createCampaign(
  ctx: Ctx,
  input: { draft: DraftInput; threadId?: string | undefined },
): Promise<Campaign> {
  demand(ctx.actor, 'draft');
  const draft = await checkDraft(ctx, input.draft);
  checkSchedule(ctx, draft.schedule);
  if (input.threadId !== undefined) await demandThread(ctx, input.threadId);
  const createdBy = ctx.actor.kind === 'person' ? ctx.actor.userId : null;
  const [row] = await ctx.tx
    .insert(campaigns)
    .values({
      tenantId: ctx.tenant.id,
      name: draft.name,
      type: draft.type,
      threadId: input.threadId ?? null,
      createdBy,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })
    .returning();
  await ctx.tx.insert(campaignVersions).values({
    tenantId: ctx.tenant.id,
    campaignId: row!.id,
    version: 1,
    draft,
    change: 'created',
    createdBy,
    createdAt: ctx.now,
  });
  await recordAudit(ctx, {
    action: 'campaign.create',
    subject: row!.id,
    data: { version: 1, type: draft.type },
  });
  return { ...row!, draft };
}

async function demandThread(ctx: Ctx, threadId: string): Promise<void> {
  const [row] = isId(threadId)
    ? await ctx.tx.select({ id: threads.id }).from(threads).where(eq(threads.id, threadId))
    : [];
  if (!row) throw new AppError('thread:unknown', 'There is no such conversation.');
}
