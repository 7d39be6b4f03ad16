import { isDeepStrictEqual } from 'node:util';
import { eq } from 'drizzle-orm';
import { customerMerges, customers, units } from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import { isId } from '../../../lib/ids.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Ctx } from '../../context.ts';
import { demandSignedIn } from '../../tenants/demand-signed-in.ts';
import { demand } from '../../tenants/roles.ts';
import { moveRows } from './merge-customers.ts';
import { type Merged, merged } from './plan-merge.ts';

type Row = typeof customerMerges.$inferSelect;

/**
 * Makes two customers of one again, as they were: what came over goes back, and values that were filled in are taken
 * out where nobody has changed them since. Answers the customer that is there again. Throws `merge:unknown`, and `merge:invalid` when it was
 * undone already, or the one that stayed has gone into another meanwhile.
 */
export async function undoMerge(ctx: Ctx, mergeId: string): Promise<string> {
  demand(ctx.actor, 'import');
  demandSignedIn(ctx.actor);
  const row = await lockMerge(ctx, mergeId);
  const moved = merged.parse(row.moved);
  const [kept] = await ctx.tx.select().from(customers).where(eq(customers.id, row.keptId)).for('update');
  if (kept?.status === 'merged')
    throw new AppError('merge:invalid', `“${kept.name}” has itself been merged since.`, {
      nextStep: 'Undo that merge first.',
    });
  await moveRows(ctx, moved, row.mergedId);
  for (const { id, position } of moved.units)
    await ctx.tx.update(units).set({ customerId: row.mergedId, position }).where(eq(units.id, id));
  await ctx.tx
    .update(customers)
    .set({ ...unfilled(kept!, moved), updatedAt: ctx.now })
    .where(eq(customers.id, row.keptId));
  await ctx.tx
    .update(customers)
    .set({ status: moved.status, mergedIntoId: null, updatedAt: ctx.now })
    .where(eq(customers.id, row.mergedId));
  await ctx.tx
    .update(customerMerges)
    .set({ undoneAt: ctx.now, undoneBy: ctx.actor })
    .where(eq(customerMerges.id, mergeId));
  await recordAudit(ctx, { action: 'customer.unmerge', subject: row.keptId, data: { mergeId } });
  return row.mergedId;
}

async function lockMerge(ctx: Ctx, mergeId: string): Promise<Row> {
  const [row] = isId(mergeId)
    ? await ctx.tx.select().from(customerMerges).where(eq(customerMerges.id, mergeId)).for('update')
    : [];
  if (!row) throw new AppError('merge:unknown', 'There is no such merge.');
  if (row.undoneAt === null) return row;
  throw new AppError('merge:invalid', 'This merge was undone already.');
}

type Customer = typeof customers.$inferSelect;

const unfilled = (kept: Customer, { before, after }: Merged): Partial<Customer> =>
  Object.fromEntries(
    Object.entries(before).filter(([key]) =>
      isDeepStrictEqual(kept[key as keyof Customer], after[key as keyof typeof after]),
    ),
  ) as Partial<Customer>;
