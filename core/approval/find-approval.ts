import { eq } from 'drizzle-orm';
import { approvals } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { isId } from '../../lib/ids.ts';
import type { Ctx } from '../context.ts';

export type ApprovalRow = typeof approvals.$inferSelect;

/** Throws `approval:unknown`, also for another workspace's. */
export async function findApproval(ctx: Ctx, approvalId: string): Promise<ApprovalRow> {
  const [row] = isId(approvalId)
    ? await ctx.tx.select().from(approvals).where(eq(approvals.id, approvalId))
    : [];
  if (!row) throw new AppError('approval:unknown', 'There is no such approval.', { where: { approvalId } });
  return row;
}
