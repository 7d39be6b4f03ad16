import { sql } from 'drizzle-orm';
import { replies } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { effectiveIntent, isAsked, type RepliesQuery } from './replies-part.ts';

/** Replies by intent, those that nobody has read yet as `unread`: numbers only, fit for the tool-calling model. */
export async function replyCounts(
  ctx: Ctx,
  query: Pick<RepliesQuery, 'campaignId' | 'since' | 'filter'>,
): Promise<Record<string, number>> {
  demand(ctx.actor, 'read');
  const intent = sql<string>`coalesce(${effectiveIntent}, 'unread')`;
  const rows = await ctx.tx
    .select({ intent, count: sql<number>`count(*)::int` })
    .from(replies)
    .where(await isAsked(ctx, query))
    .groupBy(sql`1`)
    .orderBy(sql`1`);
  return Object.fromEntries(rows.map((row) => [row.intent, row.count]));
}
