import { eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import {
  activities,
  contacts,
  contracts,
  customerMerges,
  customers,
  messages,
  replies,
  units,
} from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import { newId } from '../../../lib/ids.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Ctx } from '../../context.ts';
import { demandSignedIn } from '../../tenants/demand-signed-in.ts';
import { demand } from '../../tenants/roles.ts';
import { type Merged, planMerge } from './plan-merge.ts';

export const mergeInput = z.strictObject({
  /** The one that goes. */
  mergedId: z.uuid(),
  why: z.string().trim().min(1).max(1000),
});
type Input = z.infer<typeof mergeInput> & { keptId: string };

/**
 * Makes two customers one: people, contracts, units that the one lacks come over, activities, answers and the messages
 * that are no longer to be sent, and values that it does not know; nothing it says is replaced. The other leaves every audience and no import brings it back.
 * What moved is kept, so that `undoMerge` takes it back. Answers the merge's id. Throws `customer:unknown` and
 * `merge:invalid`.
 */
export async function mergeCustomers(ctx: Ctx, { keptId, mergedId, why }: Input): Promise<string> {
  demand(ctx.actor, 'import');
  demandSignedIn(ctx.actor);
  if (keptId === mergedId) throw new AppError('merge:invalid', 'A customer cannot be merged with itself.');
  const { kept, gone } = await lockPair(ctx, keptId, mergedId);
  for (const { status, name } of [kept, gone])
    if (status === 'merged' || status === 'discarded')
      throw new AppError('merge:invalid', `“${name}” was ${status} already.`, { where: { status } });
  const moved = await planMerge(ctx, { kept, gone });
  await moveRows(ctx, moved, kept.id);
  await appendUnits(ctx, moved, kept.id);
  const now = { updatedAt: ctx.now };
  await ctx.tx
    .update(customers)
    .set({ ...(moved.after as Partial<typeof customers.$inferInsert>), ...now })
    .where(eq(customers.id, keptId));
  await ctx.tx
    .update(customers)
    .set({ status: 'merged', mergedIntoId: keptId, ...now })
    .where(eq(customers.id, mergedId));
  const id = newId();
  await ctx.tx
    .insert(customerMerges)
    .values({ id, tenantId: ctx.tenant.id, keptId, mergedId, moved, why, actor: ctx.actor, at: ctx.now });
  await recordAudit(ctx, { action: 'customer.merge', subject: keptId, data: { mergeId: id, mergedId } });
  return id;
}

async function lockPair(ctx: Ctx, keptId: string, mergedId: string) {
  const rows = await ctx.tx
    .select()
    .from(customers)
    .where(inArray(customers.id, [keptId, mergedId]))
    .orderBy(customers.id)
    .for('update');
  const [kept, gone] = [keptId, mergedId].map((id) => rows.find((row) => row.id === id));
  if (!kept || !gone) throw new AppError('customer:unknown', 'There is no such customer.');
  return { kept, gone };
}

const TABLES = { contacts, contracts, activities, replies, messages } as const;

/** Gives the rows of a merge to a customer; those that somebody took away since stay where they are. */
export async function moveRows(ctx: Ctx, moved: Merged, customerId: string): Promise<void> {
  for (const [key, table] of Object.entries(TABLES) as [keyof typeof TABLES, (typeof TABLES)['contacts']][]) {
    const ids = sql`any(${sql.param(moved[key])}::uuid[])`;
    if (moved[key].length > 0)
      await ctx.tx.update(table).set({ customerId }).where(sql`${table.id} = ${ids}`);
  }
}

async function appendUnits(ctx: Ctx, moved: Merged, customerId: string): Promise<void> {
  const [last] = await ctx.tx
    .select({ position: sql<number>`coalesce(max(${units.position}), -1)::int` })
    .from(units)
    .where(eq(units.customerId, customerId));
  for (const [at, { id }] of moved.units.entries())
    await ctx.tx
      .update(units)
      .set({ customerId, position: last!.position + 1 + at })
      .where(eq(units.id, id));
}
