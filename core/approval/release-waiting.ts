import { and, eq, inArray, sql } from 'drizzle-orm';
import { approvals, campaigns, manifests } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';

/** A campaign that waits for nobody's decision any more is a draft again. */
export async function releaseWaiting(ctx: Ctx, campaignIds: readonly string[]): Promise<void> {
  const pending = sql`exists (
    select 1 from ${approvals} join ${manifests} on ${manifests.id} = ${approvals.manifestId}
    where ${approvals.campaignId} = ${campaigns.id} and ${approvals.status} = 'requested'
      and ${manifests.kind} = 'campaign')`;
  await ctx.tx
    .update(campaigns)
    .set({ status: 'draft', updatedAt: ctx.now })
    .where(
      and(inArray(campaigns.id, [...campaignIds]), eq(campaigns.status, 'waiting'), sql`not ${pending}`),
    );
}
