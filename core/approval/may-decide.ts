import { eq } from 'drizzle-orm';
import { users } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { can } from '../tenants/roles.ts';
import type { ApprovalRow } from './find-approval.ts';
import { approvalPolicy } from './policy.ts';

/** Whether the actor may approve this: a signed-in person of the policy's roles as the workspace has them now. */
export async function mayDecide(ctx: Ctx, row: ApprovalRow): Promise<boolean> {
  if (ctx.actor.kind !== 'person' || !can(ctx.actor, 'approve')) return false;
  if (row.status !== 'requested' || row.expiresAt <= ctx.now) return false;
  const policy = approvalPolicy.parse(row.policy);
  if (policy.barred.includes(ctx.actor.userId)) return false;
  const [user] = await ctx.tx.select().from(users).where(eq(users.id, ctx.actor.userId));
  return user !== undefined && policy.roles.includes(user.role);
}
