import { and, asc, eq, gt } from 'drizzle-orm';
import { z } from 'zod';
import { customers, reviewItems } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';

export const REVIEW_STATUSES = ['open', 'confirmed', 'merged', 'discarded'] as const;

export const reviewRow = z.object({
  id: z.uuid(),
  customerId: z.uuid().nullable(),
  customer: z.string().nullable(),
  reason: z.string(),
  detail: z.string(),
  file: z.string(),
  line: z.int(),
  /** A blocking item keeps its record out of every audience. */
  isBlocking: z.boolean(),
  status: z.enum(REVIEW_STATUSES),
});
export type ReviewRow = z.infer<typeof reviewRow>;

type Query = { status: (typeof REVIEW_STATUSES)[number]; limit: number; after?: string | undefined };

/** What looked wrong in imported files, in the order it was found. */
export async function listReviews(ctx: Ctx, { status, limit, after }: Query): Promise<ReviewRow[]> {
  demand(ctx.actor, 'read');
  const rows = await ctx.tx
    .select({ item: reviewItems, customer: customers.name })
    .from(reviewItems)
    .leftJoin(customers, eq(customers.id, reviewItems.customerId))
    .where(and(eq(reviewItems.status, status), after ? gt(reviewItems.id, after) : undefined))
    .orderBy(asc(reviewItems.id))
    .limit(limit);
  return rows.map(({ item, customer }) => reviewRow.parse({ ...item, customer }));
}
