import { eq } from 'drizzle-orm';
import { manifests, users } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { type Actor, can } from '../tenants/roles.ts';
import type { ApprovalRow } from './find-approval.ts';
import { type ApprovalPolicy, approvalPolicy } from './policy.ts';

/** Whether the actor may approve this: a signed-in person of the policy's roles as the workspace has them now. */
export async function mayDecide(ctx: Ctx, row: ApprovalRow): Promise<boolean> {
  if (ctx.actor.kind !== 'person' || !can(ctx.actor, await rightFor(ctx, row))) return false;
  if (row.status !== 'requested' || row.expiresAt <= ctx.now) return false;
  const policy = approvalPolicy.parse(row.policy);
  if (isBarred(policy, ctx.actor)) return false;
  const [user] = await ctx.tx.select().from(users).where(eq(users.id, ctx.actor.userId));
  return user !== undefined && policy.roles.includes(user.role);
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
