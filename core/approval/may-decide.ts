import { and, eq } from 'drizzle-orm';
import { approvals, manifests } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { type Actor, can, demand, demandProof, isRemote } from '../tenants/roles.ts';
import type { ApprovalRow } from './find-approval.ts';
import { type ApprovalPolicy, approvalPolicy } from './policy.ts';
import { isEligible, standsIn } from './stages.ts';

/** Whether the actor may approve this: a signed-in person of the policy's roles as the workspace has them now. */
export async function mayDecide(ctx: Ctx, row: ApprovalRow): Promise<boolean> {
  if (ctx.actor.kind !== 'person' || !(await hasRight(ctx, row))) return false;
  if (row.status !== 'requested' || row.expiresAt <= ctx.now) return false;
  const policy = approvalPolicy.parse(row.policy);
  if (isBarred(policy, ctx.actor)) return false;
  const [eligible] = await ctx.tx
    .select({ id: approvals.id })
    .from(approvals)
    .where(and(eq(approvals.id, row.id), isEligible(ctx.actor)));
  return eligible !== undefined;
}

/** Whether they may decide at all: by a right of their own, or because somebody who is away left it to them. */
async function hasRight(ctx: Ctx, row: ApprovalRow): Promise<boolean> {
  if (can(ctx.actor, await rightFor(ctx, row))) return true;
  const { actor } = ctx;
  if (actor.kind !== 'person' || isRemote(actor) || !can(actor, 'read')) return false;
  return (await ctx.tx.execute(standsIn(actor.userId))).rows.length > 0;
}

/** Throws `auth:forbidden` unless they may decide at all, and `auth:second_factor` where that takes another proof. */
export async function demandDecision(ctx: Ctx, row: ApprovalRow): Promise<void> {
  const right = await rightFor(ctx, row);
  if (await hasRight(ctx, row)) demandProof(ctx.actor, right);
  else demand(ctx.actor, right);
}

/** One message to one person is approved by whoever may answer; everything else by an approver. */
export async function rightFor(
  ctx: Ctx,
  { manifestId }: Pick<ApprovalRow, 'manifestId'>,
): Promise<'approve' | 'answer'> {
  const [manifest] = await ctx.tx
    .select({ kind: manifests.kind })
    .from(manifests)
    .where(eq(manifests.id, manifestId));
  return manifest?.kind === 'answer' ? 'answer' : 'approve';
}

/**
 * Whoever asked is no second pair of eyes, and neither is an account of another platform that they linked to somebody
 * else themself: it may be their own.
 */
export const isBarred = (
  { barred }: Pick<ApprovalPolicy, 'barred'>,
  { userId, vouchedBy }: Pick<Extract<Actor, { kind: 'person' }>, 'userId' | 'vouchedBy'>,
): boolean => barred.includes(userId) || (vouchedBy !== undefined && barred.includes(vouchedBy));
