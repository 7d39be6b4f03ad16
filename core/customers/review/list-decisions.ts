import { desc, sql } from 'drizzle-orm';
import { z } from 'zod';
import { REVIEW_DECISIONS, reviewDecisions } from '../../../db/schema/index.ts';
import type { Ctx } from '../../context.ts';
import { type Actor, demand } from '../../tenants/roles.ts';

export const decisionRow = z.object({
  id: z.uuid(),
  decision: z.enum(REVIEW_DECISIONS),
  items: z.int(),
  /** One of the customers it was about. */
  customer: z.string().nullable(),
  by: z.string(),
  at: z.iso.datetime(),
  undoneAt: z.iso.datetime().nullable(),
});
export type DecisionRow = z.infer<typeof decisionRow>;

/** The newest decisions first, for looking back and for undoing. */
export async function listDecisions(ctx: Ctx, { limit }: { limit: number }): Promise<DecisionRow[]> {
  demand(ctx.actor, 'read');
  const about = sql`from review_items i left join customers c on c.id = i.customer_id where i.decision_id = ${reviewDecisions.id}`;
  const rows = await ctx.tx
    .select({
      row: reviewDecisions,
      items: sql<number>`(select count(*)::int ${about})`,
      customer: sql<string | null>`(select c.name ${about} order by i.id limit 1)`,
    })
    .from(reviewDecisions)
    .orderBy(desc(reviewDecisions.at), desc(reviewDecisions.id))
    .limit(limit);
  return rows.map(({ row, items, customer }) => ({
    ...{ id: row.id, decision: row.decision, items, customer, by: (row.actor as Actor).name },
    at: row.at.toISOString(),
    undoneAt: row.undoneAt?.toISOString() ?? null,
  }));
}
