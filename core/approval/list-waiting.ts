import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import { approvals, campaigns } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import type { ApprovalPart } from '../parts.ts';
import { demand } from '../tenants/roles.ts';
import { approvalPart } from './approval-part.ts';

/** More than anybody decides at one sitting. */
const MOST = 50;

/** What waits for a decision, that which expires first in front; each says whether the asking person may decide it. */
export async function listWaiting(ctx: Ctx): Promise<ApprovalPart[]> {
  demand(ctx.actor, 'read');
  const rows = await ctx.tx
    .select({ id: approvals.id })
    .from(approvals)
    .innerJoin(campaigns, eq(campaigns.id, approvals.campaignId))
    .where(
      and(eq(approvals.status, 'requested'), gt(approvals.expiresAt, ctx.now), isNull(campaigns.deletedAt)),
    )
    .orderBy(asc(approvals.expiresAt), asc(approvals.id))
    .limit(MOST);
  const parts: ApprovalPart[] = [];
  for (const { id } of rows) parts.push(await approvalPart(ctx, id));
  return parts;
}
