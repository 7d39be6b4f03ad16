import { isDeepStrictEqual } from 'node:util';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { brandChanges, brands, customers, reviewItems } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { fold } from '../../lib/text.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demandSignedIn } from '../tenants/demand-signed-in.ts';
import { demand } from '../tenants/roles.ts';
import { type BrandDone, type BrandRow, brandDone } from './brand-done.ts';
import { writeRow } from './change-tree.ts';
import { readBrandRows } from './read-tree.ts';

export const undoneTree = z.object({
  /** Customers that somebody has given yet another brand since: they keep it. */
  kept: z.int(),
});

/**
 * Takes one change of the tree back, whole. Throws `brand:unknown`, and `brand:invalid` where it was undone already or
 * the brands have been changed again since: that change goes first.
 */
export async function undoTreeChange(ctx: Ctx, changeId: string): Promise<z.infer<typeof undoneTree>> {
  demand(ctx.actor, 'import');
  demandSignedIn(ctx.actor);
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${ctx.tenant.id}, 2))`);
  const [row] = await ctx.tx.select().from(brandChanges).where(eq(brandChanges.id, changeId)).for('update');
  if (!row) throw new AppError('brand:unknown', 'There is no such change of the brands.');
  if (row.undoneAt) throw new AppError('brand:invalid', 'This change was undone already.');
  const done = brandDone.parse(row.done);
  demandUntouched(await readBrandRows(ctx), done);
  await bringBack(ctx, done);
  const kept = await moveBack(ctx, done);
  const added = done.rows.flatMap(({ before, after }) => (before ? [] : (after?.id ?? [])));
  if (added.length > 0) {
    // Customers that came to it since lose it with it.
    await ctx.tx.update(customers).set({ brandId: null }).where(inArray(customers.brandId, added));
    await ctx.tx.delete(brands).where(inArray(brands.id, added));
  }
  if (done.items.length > 0)
    await ctx.tx
      .update(reviewItems)
      .set({ status: 'open' })
      .where(and(inArray(reviewItems.id, done.items), eq(reviewItems.status, 'fixed')));
  await ctx.tx
    .update(brandChanges)
    .set({ undoneAt: ctx.now, undoneBy: ctx.actor })
    .where(eq(brandChanges.id, changeId));
  await recordAudit(ctx, { action: 'brand.undone', data: { changeId, kept } });
  return { kept };
}

function demandUntouched(now: readonly BrandRow[], { rows }: BrandDone): void {
  const byId = new Map(now.map((row) => [row.id, row]));
  for (const { before, after } of rows) {
    if (after && !isDeepStrictEqual(byId.get(after.id), after)) throw changedSince(after.name);
    if (after && !before && now.some(({ parentId }) => parentId === after.id)) throw changedSince(after.name);
    const names = new Set(before ? [before.name, ...before.aliases].map(fold) : []);
    const own = new Set(rows.map((row) => (row.before ?? row.after)!.id));
    const other = now.find(
      ({ id, name, aliases }) => !own.has(id) && [name, ...aliases].some((called) => names.has(fold(called))),
    );
    if (other) throw changedSince(other.name);
    if (before?.parentId && !byId.has(before.parentId) && !own.has(before.parentId))
      throw changedSince(before.name);
  }
}

const changedSince = (name: string): AppError =>
  new AppError('brand:invalid', `“${name}” has been changed again since.`, {
    nextStep: 'Undo the later change first.',
  });

/** Brands that were taken away come first: others may stand below them. */
async function bringBack(ctx: Ctx, { rows }: BrandDone): Promise<void> {
  for (const { before, after } of rows)
    if (before && !after) await ctx.tx.insert(brands).values({ ...before, tenantId: ctx.tenant.id });
  for (const { before, after } of rows) if (before && after) await writeRow(ctx, before);
}

async function moveBack(ctx: Ctx, { moved }: BrandDone): Promise<number> {
  if (moved.length === 0) return 0;
  const rows = moved.map(({ id, before, after, mark }) => ({ id, before, after, mark }));
  const { rows: back } = await ctx.tx.execute(sql`
    update customers c set brand_id = m.before, updated_at = ${ctx.now.toISOString()}::timestamptz,
      inferred = case when m.mark is null then c.inferred - 'brand' else c.inferred || jsonb_build_object('brand', m.mark) end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m(id uuid, before uuid, after uuid, mark jsonb)
    where c.id = m.id and c.brand_id is not distinct from m.after returning c.id`);
  return moved.length - back.length;
}
