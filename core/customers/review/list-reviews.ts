import { and, asc, count, desc, eq, gt, ilike, or, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { customers, reviewItems } from '../../../db/schema/index.ts';
import type { Ctx } from '../../context.ts';
import { readFields } from '../../fields/registry.ts';
import { demand } from '../../tenants/roles.ts';
import { findTwins } from './find-twin.ts';
import { fieldOf, splitNames } from './review-rules.ts';

export const REVIEW_STATUSES = ['open', 'confirmed', 'merged', 'discarded', 'split', 'fixed'] as const;

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
  /** Null where a later file put it right by itself. */
  decisionId: z.uuid().nullable(),
  /** The field whose value is in doubt; null where it is no single value. */
  field: z.string().nullable(),
  /** The other customer that it probably is: what merging it means. */
  twin: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  /** The sites that share its heading: what splitting it means. */
  sites: z.array(z.string()),
});
export type ReviewRow = z.infer<typeof reviewRow>;

export const reviewPage = z.object({
  reviews: z.array(reviewRow),
  total: z.int(),
  /** Of the status and search, whatever the reason. */
  reasons: z.array(z.object({ reason: z.string(), count: z.int() })),
  /** Give it as `after` for the next page; null on the last. */
  next: z.uuid().nullable(),
});
export type ReviewPage = z.infer<typeof reviewPage>;

export const reviewQuery = z.object({
  status: z.enum(REVIEW_STATUSES).default('open'),
  reason: z.string().max(60).optional(),
  search: z.string().trim().min(1).max(200).optional(),
});
type Which = z.infer<typeof reviewQuery>;
type Query = Which & { limit: number; after?: string | undefined };

/** What looked wrong in imported files, in the order it was found, with what can be done about each. */
export async function listReviews(ctx: Ctx, query: Query): Promise<ReviewPage> {
  demand(ctx.actor, 'read');
  const { reason, limit, after } = query;
  const all = matching(query);
  const ofReason = reason ? eq(reviewItems.reason, reason) : undefined;
  const reasons = await ctx.tx
    .select({ reason: reviewItems.reason, count: count() })
    .from(reviewItems)
    .leftJoin(customers, eq(customers.id, reviewItems.customerId))
    .where(all)
    .groupBy(reviewItems.reason)
    .orderBy(desc(count()), asc(reviewItems.reason));
  const rows = await ctx.tx
    .select({ item: reviewItems, customer: customers.name })
    .from(reviewItems)
    .leftJoin(customers, eq(customers.id, reviewItems.customerId))
    .where(and(all, ofReason, after ? gt(reviewItems.id, after) : undefined))
    .orderBy(asc(reviewItems.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const total = reasons.reduce((sum, one) => (!reason || one.reason === reason ? sum + one.count : sum), 0);
  const next = rows.length > limit ? page.at(-1)!.item.id : null;
  return { reviews: await withRemedies(ctx, page), total, reasons, next };
}

/** The ids of all that match, in the same order: for deciding about all of them at once. */
export async function listReviewIds(ctx: Ctx, query: Which): Promise<string[]> {
  demand(ctx.actor, 'read');
  const rows = await ctx.tx
    .select({ id: reviewItems.id })
    .from(reviewItems)
    .leftJoin(customers, eq(customers.id, reviewItems.customerId))
    .where(and(matching(query), query.reason ? eq(reviewItems.reason, query.reason) : undefined))
    .orderBy(asc(reviewItems.id))
    .limit(5000);
  return rows.map(({ id }) => id);
}

const matching = ({ status, search }: Which): SQL | undefined =>
  and(
    eq(reviewItems.status, status),
    search ? or(ilike(customers.name, like(search)), ilike(reviewItems.detail, like(search))) : undefined,
  );

const like = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

type Row = { item: typeof reviewItems.$inferSelect; customer: string | null };

async function withRemedies(ctx: Ctx, rows: readonly Row[]): Promise<ReviewRow[]> {
  const fields = await readFields(ctx);
  const doubled = rows.flatMap(({ item }) =>
    item.reason === 'duplicate' && item.status === 'open' && item.customerId ? [item.customerId] : [],
  );
  const twins = await findTwins(ctx, doubled);
  return rows.map(({ item, customer }) => {
    const sites = item.reason === 'joined_sites' && item.status === 'open' ? splitNames(customer ?? '') : [];
    const twin = (item.reason === 'duplicate' && twins.get(item.customerId ?? '')) || null;
    return reviewRow.parse({ ...item, customer, field: fieldOf(item, fields), twin, sites });
  });
}
