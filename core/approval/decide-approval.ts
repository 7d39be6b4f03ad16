import { and, eq, gt, sql } from 'drizzle-orm';
import { approvals, campaigns, manifests } from '../../db/schema/index.ts';
import type { Envelope } from '../../lib/dsse.ts';
import { recordAudit } from '../audit/record.ts';
import { type Campaign, lockCampaign } from '../campaigns/read-campaign.ts';
import type { Ctx } from '../context.ts';
import { launch, launchStatus } from '../delivery/launch.ts';
import type { ApprovalPart } from '../parts.ts';
import { holdConversation, settleApproved } from '../replies/desk/check-answer.ts';
import type { Actor } from '../tenants/roles.ts';
import { signingKey } from '../tenants/signing-key.ts';
import { demandQueued } from '../tenants/tiers.ts';
import { approvalPart } from './approval-part.ts';
import { setCampaignStatus } from './campaign-status.ts';
import { beginSeries } from './continue-series.ts';
import { type DecisionPayload, signDecision } from './envelope.ts';
import { type ApprovalRow, findApproval } from './find-approval.ts';
import { manifestHeader } from './header.ts';
import { demandDecision } from './may-decide.ts';
import { approvalPolicy } from './policy.ts';
import { explainRefusal } from './refused-decision.ts';
import { releaseWaiting } from './release-waiting.ts';
import { showAnew } from './show-anew.ts';
import { isEligible, type PassedStage, passedStages, stagesOf } from './stages.ts';

export type Decision = {
  approvalId: string;
  /** The digest that the person saw: a decision is on exactly that. */
  digest: string;
  decision: 'approve' | 'reject';
  comment?: string | undefined;
};
type Person = Extract<Actor, { kind: 'person' }>;
type Deciding = Decision & { person: Person; asked: ApprovalRow; isLast: boolean };

/**
 * Decides once, by compare-and-set. Approving signs who, what and when with the workspace's key and queues the
 * messages in the same transaction. Refuses `approval:unknown`, `approval:stale` (another digest, or changed since),
 * `approval:decided`, `approval:expired`, `approval:forbidden` (four eyes, or a role that may not), and
 * `auth:forbidden` for scripts, systems and people without the right, `tier:limit`; `conversation:moved` of an answer to
 * somebody who wrote again since.
 */
export async function decideApproval(ctx: Ctx, input: Decision): Promise<ApprovalPart> {
  const asked = await findApproval(ctx, input.approvalId);
  await demandDecision(ctx, asked);
  const person = ctx.actor as Person;
  const { campaignId } = asked;
  await holdConversation(ctx, { approvalId: asked.id });
  const campaign = await lockCampaign(ctx, campaignId);
  const stages = stagesOf(approvalPolicy.parse(asked.policy));
  const isLast = input.decision === 'reject' || asked.stage >= stages.length - 1;
  const decided = await compareAndSet(ctx, { ...input, person, asked, isLast });
  if (!decided) throw await explainRefusal(ctx, { ...input, row: await findApproval(ctx, input.approvalId) });
  await showAnew(ctx, [decided.id]);
  if (!isLast) return passStage(ctx, { row: decided, stage: stages[asked.stage]!.name });
  if (input.decision === 'approve') {
    await settleApproved(ctx, { approvalId: decided.id });
    await approveRow(ctx, { row: decided, by: person, campaign });
  } else await releaseWaiting(ctx, [campaignId]);
  await recordAudit(ctx, {
    action: input.decision === 'approve' ? 'approval.approved' : 'approval.rejected',
    subject: campaignId,
    data: { approvalId: decided.id, digest: decided.digest, comment: input.comment ?? null },
  });
  return approvalPart(ctx, decided.id);
}

/** The one statement that decides: whoever comes second finds nothing to set. */
async function compareAndSet(ctx: Ctx, { person, asked, isLast, ...input }: Deciding) {
  const isApproving = input.decision === 'approve';
  const isBarred = sql`(${approvals.policy} -> 'barred' ? ${person.userId}
    or ${approvals.policy} -> 'barred' ? ${person.vouchedBy ?? ''})`;
  const isCurrent = sql`exists (
    select 1 from manifests f join campaigns c on c.id = f.campaign_id
    where f.id = ${approvals.manifestId} and f.digest = ${approvals.digest}
      and f.version = c.version and c.deleted_at is null)`;
  const [row] = await ctx.tx
    .update(approvals)
    .set(isLast ? decisionOf(ctx, { ...input, person }) : stageOf(ctx, { asked, person }))
    .where(
      and(
        eq(approvals.id, input.approvalId),
        eq(approvals.digest, input.digest),
        eq(approvals.status, 'requested'),
        eq(approvals.stage, asked.stage),
        gt(approvals.expiresAt, ctx.now),
        isEligible(person),
        isApproving ? sql`not (${isBarred})` : undefined,
        isApproving ? isCurrent : undefined,
      ),
    )
    .returning();
  return row;
}

const decisionOf = (ctx: Ctx, { person, decision, comment }: Decision & { person: Person }) => ({
  status: decision === 'approve' ? ('approved' as const) : ('rejected' as const),
  decidedBy: person.userId,
  decidedRole: person.role,
  decidedSurface: person.surface,
  decidedAt: ctx.now,
  comment: comment ?? null,
});

/** One stage further, with who said yes. */
function stageOf(ctx: Ctx, { asked, person }: Pick<Deciding, 'asked' | 'person'>) {
  const { userId, name, role, surface } = person;
  const stage = stagesOf(approvalPolicy.parse(asked.policy))[asked.stage]!.name;
  const passed: PassedStage = { stage, userId, name, role, surface, at: ctx.now.toISOString() };
  return {
    stage: asked.stage + 1,
    stagesPassed: [...passedStages.parse(asked.stagesPassed), passed],
  };
}

/** The others decide yet: nothing is queued. */
async function passStage(
  ctx: Ctx,
  { row, stage }: { row: ApprovalRow; stage: string },
): Promise<ApprovalPart> {
  const data = { approvalId: row.id, digest: row.digest, stage };
  await recordAudit(ctx, { action: 'approval.stage_passed', subject: row.campaignId, data });
  return approvalPart(ctx, row.id);
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
  const { queued } = await launch(ctx, { approvalId: row.id });
  // Who answers a customer is not stopped by the tier.
  if (manifest.kind === 'campaign') await demandQueued(ctx, queued);
  if (manifest.kind === 'test') return;
  if (campaign) await beginSeries(ctx, campaign);
  const { canary = null, budget = null } = manifestHeader.parse(manifest.header);
  await ctx.tx
    .update(campaigns)
    .set({ canary, budget, pauseReason: null })
    .where(eq(campaigns.id, row.campaignId));
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
      ...(row.stage > 0 ? { stages: passedStages.parse(row.stagesPassed) } : {}),
      ...(standing ? { standing } : {}),
    },
    await signingKey(ctx),
  );
}
