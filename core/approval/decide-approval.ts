import { and, eq, gt, sql } from 'drizzle-orm';
import { approvals, campaigns, manifests, users } from '../../db/schema/index.ts';
import type { Envelope } from '../../lib/dsse.ts';
import { recordAudit } from '../audit/record.ts';
import { type Campaign, lockCampaign } from '../campaigns/read-campaign.ts';
import type { Ctx } from '../context.ts';
import { launch, launchStatus } from '../delivery/launch.ts';
import type { ApprovalPart } from '../parts.ts';
import { type Actor, demand } from '../tenants/roles.ts';
import { signingKey } from '../tenants/signing-key.ts';
import { approvalPart } from './approval-part.ts';
import { setCampaignStatus } from './campaign-status.ts';
import { beginSeries } from './continue-series.ts';
import { type DecisionPayload, signDecision } from './envelope.ts';
import { type ApprovalRow, findApproval } from './find-approval.ts';
import { manifestHeader } from './header.ts';
import { rightFor } from './may-decide.ts';
import { explainRefusal } from './refused-decision.ts';
import { releaseWaiting } from './release-waiting.ts';

export type Decision = {
  approvalId: string;
  /** The digest that the person saw: a decision is on exactly that. */
  digest: string;
  decision: 'approve' | 'reject';
  comment?: string | undefined;
};
type Person = Extract<Actor, { kind: 'person' }>;

/**
 * Decides once, by compare-and-set. Approving signs who, what and when with the workspace's key and queues the
 * messages in the same transaction. Refuses `approval:unknown`, `approval:stale` (another digest, or changed since),
 * `approval:decided`, `approval:expired`, `approval:forbidden` (four eyes, or a role that may not), and
 * `auth:forbidden` for scripts, systems and people without the right.
 */
export async function decideApproval(ctx: Ctx, input: Decision): Promise<ApprovalPart> {
  const asked = await findApproval(ctx, input.approvalId);
  demand(ctx.actor, await rightFor(ctx, asked));
  const person = ctx.actor as Person;
  const { campaignId } = asked;
  const campaign = await lockCampaign(ctx, campaignId);
  const decided = await compareAndSet(ctx, { ...input, person });
  if (!decided) throw await explainRefusal(ctx, { ...input, row: await findApproval(ctx, input.approvalId) });
  if (input.decision === 'approve') await approveRow(ctx, { row: decided, by: person, campaign });
  else await releaseWaiting(ctx, [campaignId]);
  await recordAudit(ctx, {
    action: input.decision === 'approve' ? 'approval.approved' : 'approval.rejected',
    subject: campaignId,
    data: { approvalId: decided.id, digest: decided.digest, comment: input.comment ?? null },
  });
  return approvalPart(ctx, decided.id);
}

/** The one statement that decides: whoever comes second finds nothing to set. */
async function compareAndSet(ctx: Ctx, { person, ...input }: Decision & { person: Person }) {
  const isApproving = input.decision === 'approve';
  const mayDecide = sql`exists (
    select 1 from ${users} where ${users.id} = ${person.userId}
      and ${approvals.policy} -> 'roles' ? ${users.role})`;
  const isBarred = sql`(${approvals.policy} -> 'barred' ? ${person.userId}
    or ${approvals.policy} -> 'barred' ? ${person.vouchedBy ?? ''})`;
  const isCurrent = sql`exists (
    select 1 from manifests f join campaigns c on c.id = f.campaign_id
    where f.id = ${approvals.manifestId} and f.digest = ${approvals.digest}
      and f.version = c.version and c.deleted_at is null)`;
  const [row] = await ctx.tx
    .update(approvals)
    .set({
      status: isApproving ? 'approved' : 'rejected',
      decidedBy: person.userId,
      decidedRole: person.role,
      decidedSurface: person.surface,
      decidedAt: ctx.now,
      comment: input.comment ?? null,
    })
    .where(
      and(
        eq(approvals.id, input.approvalId),
        eq(approvals.digest, input.digest),
        eq(approvals.status, 'requested'),
        gt(approvals.expiresAt, ctx.now),
        mayDecide,
        isApproving ? sql`not (${isBarred})` : undefined,
        isApproving ? isCurrent : undefined,
      ),
    )
    .returning();
  return row;
}

type Approving = {
  row: ApprovalRow;
  by: DecisionPayload['decidedBy'];
  /** As it was when it was approved; null for an answer. */
  campaign: Campaign | null;
  standing?: NonNullable<DecisionPayload['standing']>;
};

/** Signs what was decided and queues it. For whoever has just set the approval to approved, in that transaction. */
export async function approveRow(ctx: Ctx, { row, by, campaign, standing }: Approving): Promise<void> {
  const [manifest] = await ctx.tx.select().from(manifests).where(eq(manifests.id, row.manifestId));
  if (!manifest) throw new Error(`Approval ${row.id} has no manifest.`);
  const envelope = await signFor(ctx, { row, by, standing, ...manifest });
  await ctx.tx.update(approvals).set({ envelope }).where(eq(approvals.id, row.id));
  await launch(ctx, { approvalId: row.id });
  if (manifest.kind === 'test') return;
  if (campaign) await beginSeries(ctx, campaign);
  const { canary = null } = manifestHeader.parse(manifest.header);
  await ctx.tx.update(campaigns).set({ canary, pauseReason: null }).where(eq(campaigns.id, row.campaignId));
  await setCampaignStatus(ctx, { id: row.campaignId, status: await launchStatus(ctx, row.campaignId) });
}

type Signing = Pick<Approving, 'row' | 'by'> & {
  standing: Approving['standing'];
  version: number;
  occurrence: number;
};

async function signFor(ctx: Ctx, { row, by, standing, ...manifest }: Signing): Promise<Envelope> {
  const { version, occurrence } = manifest;
  const { userId, name, role, surface } = by;
  return signDecision(
    {
      approvalId: row.id,
      digest: row.digest,
      tenantId: ctx.tenant.id,
      campaignId: row.campaignId,
      version,
      occurrence,
      decision: 'approve',
      decidedBy: { userId, name, role, surface },
      decidedAt: ctx.now.toISOString(),
      ...(standing ? { standing } : {}),
    },
    await signingKey(ctx),
  );
}
