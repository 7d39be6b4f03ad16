import { desc } from 'drizzle-orm';
import { z } from 'zod';
import { brandChanges } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { type Actor, demand } from '../tenants/roles.ts';
import { brandDone } from './brand-done.ts';

export const treeChangeRow = z.object({
  id: z.uuid(),
  action: z.enum(['add', 'change', 'merge', 'remove', 'decline']),
  name: z.string(),
  /** Customers that got another brand by it. */
  moved: z.int(),
  by: z.string(),
  at: z.iso.datetime(),
  undoneAt: z.iso.datetime().nullable(),
});
export type TreeChangeRow = z.infer<typeof treeChangeRow>;

/** What people did to the tree of brands, the newest first. */
export async function listTreeChanges(ctx: Ctx, { limit }: { limit: number }): Promise<TreeChangeRow[]> {
  demand(ctx.actor, 'read');
  const rows = await ctx.tx
    .select()
    .from(brandChanges)
    .orderBy(desc(brandChanges.at), desc(brandChanges.id))
    .limit(limit);
  return rows.map((row) => ({
    ...{ id: row.id, action: row.action, name: row.name, by: (row.actor as Actor).name },
    moved: brandDone.parse(row.done).moved.length,
    at: row.at.toISOString(),
    undoneAt: row.undoneAt?.toISOString() ?? null,
  }));
}
