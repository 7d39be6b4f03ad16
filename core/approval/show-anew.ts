import { and, inArray, isNotNull } from 'drizzle-orm';
import { surfaceCards } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';

/** Wherever these approvals are shown on a platform, the next look shows how they stand now, and not when it would be due. */
export async function showAnew(ctx: Ctx, approvalIds: readonly string[]): Promise<void> {
  if (approvalIds.length === 0) return;
  await ctx.tx
    .update(surfaceCards)
    .set({ leaseUntil: null })
    .where(and(inArray(surfaceCards.subjectId, [...approvalIds]), isNotNull(surfaceCards.ref)));
}
