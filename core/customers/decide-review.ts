import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { customers, reviewItems } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';

export const reviewDecision = z.strictObject({
  ids: z.array(z.uuid()).min(1).max(5000),
  /** `confirm`: it is right as it is. `discard`: the entry is no customer; of a mere flag, drop the flag. */
  decision: z.enum(['confirm', 'discard']),
});
export type ReviewDecision = z.infer<typeof reviewDecision>;
export type ReviewOutcome = { decided: number; activated: number; discarded: number };

/**
 * Decides review items in bulk. A customer enters audiences when nothing that blocks it is open any more; one that is
 * discarded stays so through every later import. Items decided before are left as they are; `review:unknown` when an
 * id is nobody's.
 */
export async function decideReview(ctx: Ctx, input: ReviewDecision): Promise<ReviewOutcome> {
  demand(ctx.actor, 'import');
  const items = await ctx.tx.select().from(reviewItems).where(inArray(reviewItems.id, input.ids));
  const missing = input.ids.filter((id) => !items.some((item) => item.id === id));
  if (missing.length > 0) {
    throw new AppError('review:unknown', `There is no review item ${missing[0]}.`, {
      nextStep: 'List the review again and choose from what is there.',
      where: { ids: missing },
    });
  }
  const open = items.filter(({ status }) => status === 'open');
  const status = input.decision === 'confirm' ? 'confirmed' : 'discarded';
  const ids = open.map(({ id }) => id);
  if (ids.length > 0) await ctx.tx.update(reviewItems).set({ status }).where(inArray(reviewItems.id, ids));
  const blocked = open.flatMap(({ isBlocking, customerId }) =>
    isBlocking && customerId ? [customerId] : [],
  );
  const customerIds = [...new Set(blocked)];
  const changed =
    input.decision === 'confirm' ? await activate(ctx, customerIds) : await discard(ctx, customerIds);
  await recordAudit(ctx, { action: `review.${status}`, data: { ids, customerIds: changed } });
  return {
    decided: open.length,
    activated: input.decision === 'confirm' ? changed.length : 0,
    discarded: input.decision === 'discard' ? changed.length : 0,
  };
}

async function activate(ctx: Ctx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.tx
    .update(customers)
    .set({ status: 'active', updatedAt: ctx.now })
    .where(
      and(
        inArray(customers.id, [...ids]),
        eq(customers.status, 'review'),
        sql`not exists (select 1 from review_items r
          where r.customer_id = ${customers.id} and r.is_blocking and r.status = 'open')`,
      ),
    )
    .returning({ id: customers.id });
  return rows.map(({ id }) => id);
}

async function discard(ctx: Ctx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.tx
    .update(customers)
    .set({ status: 'discarded', updatedAt: ctx.now })
    .where(inArray(customers.id, [...ids]))
    .returning({ id: customers.id });
  await ctx.tx
    .update(reviewItems)
    .set({ status: 'discarded' })
    .where(and(inArray(reviewItems.customerId, [...ids]), eq(reviewItems.status, 'open')));
  return rows.map(({ id }) => id);
}
