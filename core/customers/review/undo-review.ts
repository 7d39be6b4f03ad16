import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { customers, reviewDecisions, reviewItems } from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Ctx } from '../../context.ts';
import { demandSignedIn } from '../../tenants/demand-signed-in.ts';
import { demand } from '../../tenants/roles.ts';
import { restoreValues } from '../changes/customer-values.ts';
import { removeCustomers } from '../import/revert-import.ts';
import { undoMerge } from '../merge/undo-merge.ts';
import { type DoneStep, doneSteps } from './done-step.ts';

export const undoneOutcome = z.object({
  /** Items that wait for a look again. */
  reopened: z.int(),
  /** Customers that somebody has changed since: they stay as they are. */
  kept: z.int(),
});

/**
 * Takes one decision back, whole: its items are open again, and customers are as they were wherever nobody has changed
 * since what it had done. Throws `review:unknown` and, once undone, `review:invalid`; what undoing a merge throws, too.
 */
export async function undoReview(ctx: Ctx, decisionId: string): Promise<z.infer<typeof undoneOutcome>> {
  demand(ctx.actor, 'import');
  const row = await lockDecision(ctx, decisionId);
  if (row.decision !== 'confirm' && row.decision !== 'discard') demandSignedIn(ctx.actor);
  const kept = new Set<string>();
  for (const step of doneSteps.parse(row.done).toReversed())
    if (!(await undoStep(ctx, step)) && 'customerId' in step) kept.add(step.customerId);
  const items = await ctx.tx
    .update(reviewItems)
    .set({ status: 'open', decisionId: null })
    .where(eq(reviewItems.decisionId, decisionId))
    .returning({ id: reviewItems.id });
  await ctx.tx
    .update(reviewDecisions)
    .set({ undoneAt: ctx.now, undoneBy: ctx.actor })
    .where(eq(reviewDecisions.id, decisionId));
  const outcome = { reopened: items.length, kept: kept.size };
  await recordAudit(ctx, { action: 'review.undone', data: { decisionId, ...outcome } });
  return outcome;
}

async function lockDecision(ctx: Ctx, id: string) {
  const [row] = await ctx.tx.select().from(reviewDecisions).where(eq(reviewDecisions.id, id)).for('update');
  if (!row) throw new AppError('review:unknown', 'There is no such decision.');
  if (row.undoneAt === null) return row;
  throw new AppError('review:invalid', 'This decision was undone already.');
}

async function undoStep(ctx: Ctx, step: DoneStep): Promise<boolean> {
  switch (step.do) {
    case 'status':
      return undoStatus(ctx, step);
    case 'values':
      return restoreValues(ctx, step);
    case 'merge':
      await undoMerge(ctx, step.mergeId);
      return true;
    case 'create':
      return removeUntouched(ctx, step.customerId);
  }
}

async function undoStatus(
  ctx: Ctx,
  { customerId, before, after }: Extract<DoneStep, { do: 'status' }>,
): Promise<boolean> {
  // Undoing the merge itself gives the status back.
  if (after === 'merged') return true;
  const rows = await ctx.tx
    .update(customers)
    .set({ status: before as 'active' | 'review', updatedAt: ctx.now })
    .where(and(eq(customers.id, customerId), sql`${customers.status} = ${after}`))
    .returning({ id: customers.id });
  return rows.length > 0;
}

/** One that was split off goes again, unless a person or a later import has given it something of its own. */
async function removeUntouched(ctx: Ctx, customerId: string): Promise<boolean> {
  const { rows } = await ctx.tx.execute(
    sql`select 1 where exists (select 1 from value_history h where h.customer_id = ${customerId})
      or exists (select 1 from customer_notes n where n.customer_id = ${customerId})
      or exists (select 1 from import_entries e where e.customer_id = ${customerId})`,
  );
  if (rows.length > 0) return false;
  await removeCustomers(ctx, [customerId]);
  return true;
}
