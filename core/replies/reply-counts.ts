import { eq, sql } from 'drizzle-orm';
import { replies } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { effectiveIntent } from './replies-part.ts';

/** Replies by intent, those that nobody has read yet as `unread`: numbers only, fit for the tool-calling model. */
export async function replyCounts(
  ctx: Ctx,
  { campaignId }: { campaignId?: string | undefined },
): Promise<Record<string, number>> {
  demand(ctx.actor, 'read');
  const intent = sql<string>`coalesce(${effectiveIntent}, 'unread')`;
  const rows = await ctx.tx
    .select({ intent, count: sql<number>`count(*)::int` })
    .from(replies)
    .where(campaignId ? eq(replies.campaignId, campaignId) : undefined)
    .groupBy(sql`1`)
    .orderBy(sql`1`);
  return Object.fromEntries(rows.map((row) => [row.intent, row.count]));
}
