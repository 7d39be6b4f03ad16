import { and, desc, eq } from 'drizzle-orm';
import { approvals, manifests } from '../../db/schema/index.ts';
import { canonical } from '../../lib/canonical.ts';
import { newId } from '../../lib/ids.ts';
import { currentRequestId } from '../../lib/request-id.ts';
import { recordAudit } from '../audit/record.ts';
import type { TestMode } from '../campaigns/draft.ts';
import { type Campaign, lockCampaign } from '../campaigns/read-campaign.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { setCampaignStatus } from './campaign-status.ts';
import { expireApprovals } from './expire-approvals.ts';
import { type Frozen, freezeCampaign } from './freeze-campaign.ts';
import { manifestHeader } from './header.ts';
import type { PlanCampaign } from './plan.ts';
import { makePolicy } from './policy.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
// Time to read and decide, however soon it is to begin.
const AT_LEAST = 15 * MINUTE;

export type ApprovalRequest = {
  campaignId: string;
  test?: TestMode | undefined;
  threadId?: string | undefined;
  toolCallId?: string | undefined;
  plan?: PlanCampaign;
};

/**
 * Freezes the campaign and asks a person to approve exactly that. Asking again from the same tool call, or for a
 * version that is already asked for, answers the same approval: a graph node that runs again asks once.
 */
export async function requestApproval(ctx: Ctx, input: ApprovalRequest): Promise<{ approvalId: string }> {
  demand(ctx.actor, 'request');
  const campaign = await lockCampaign(ctx, input.campaignId);
  await expireApprovals(ctx, { campaignId: campaign.id });
  const asked = (await findCall(ctx, input)) ?? (await findPending(ctx, { ...input, campaign }));
  if (asked) return { approvalId: asked };
  const frozen = await freezeCampaign(ctx, input);
  const approvalId = await ask(ctx, { ...input, frozen });
  if (!input.test) await setCampaignStatus(ctx, { id: campaign.id, status: 'waiting' });
  return { approvalId };
}

async function findCall(ctx: Ctx, { threadId, toolCallId }: ApprovalRequest): Promise<string | null> {
  if (!threadId || !toolCallId) return null;
  const [row] = await ctx.tx
    .select({ id: approvals.id })
    .from(approvals)
    .where(and(eq(approvals.threadId, threadId), eq(approvals.toolCallId, toolCallId)));
  return row?.id ?? null;
}

type Pending = ApprovalRequest & { campaign: Campaign };

async function findPending(ctx: Ctx, { campaign, test, threadId, toolCallId }: Pending) {
  const rows = await ctx.tx
    .select({ approval: approvals, header: manifests.header })
    .from(approvals)
    .innerJoin(manifests, eq(manifests.id, approvals.manifestId))
    .where(
      and(
        eq(approvals.campaignId, campaign.id),
        eq(approvals.status, 'requested'),
        eq(manifests.version, campaign.version),
      ),
    )
    .orderBy(desc(approvals.createdAt));
  const wanted = canonical(test ?? null);
  const same = rows.find(({ header }) => canonical(manifestHeader.parse(header).test) === wanted);
  if (!same) return null;
  // One asked for outside a conversation belongs to the first that waits for it.
  if (!same.approval.threadId && threadId && toolCallId) {
    await ctx.tx.update(approvals).set({ threadId, toolCallId }).where(eq(approvals.id, same.approval.id));
  }
  return same.approval.id;
}

async function ask(ctx: Ctx, { frozen, ...input }: ApprovalRequest & { frozen: Frozen }): Promise<string> {
  const { manifestId, digest, header } = frozen;
  const id = newId();
  await ctx.tx.insert(approvals).values({
    id,
    tenantId: ctx.tenant.id,
    manifestId,
    campaignId: header.campaignId,
    digest,
    requestedBy: ctx.actor.kind === 'person' ? ctx.actor.userId : null,
    policy: makePolicy(ctx, frozen),
    threadId: input.threadId ?? null,
    toolCallId: input.toolCallId ?? null,
    expiresAt: expiryOf(ctx, frozen),
    requestId: currentRequestId() ?? null,
  });
  await recordAudit(ctx, {
    action: 'approval.requested',
    subject: header.campaignId,
    data: { approvalId: id, digest, recipients: header.totals.recipients, kind: header.kind },
  });
  return id;
}

/** A decision after the first planned moment would send at another time than the one decided on. */
function expiryOf({ now, tenant }: Ctx, { startsAt }: Frozen): Date {
  const latest = now.getTime() + tenant.settings.approval.expiresAfterHours * HOUR;
  const begins = startsAt ? Math.max(startsAt.getTime(), now.getTime() + AT_LEAST) : latest;
  return new Date(Math.min(latest, begins));
}
