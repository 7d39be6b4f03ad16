import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { brands } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { type BrandRow, brandRow } from './brand-done.ts';

const because = z.object({ reason: z.string(), confidence: z.number() }).nullable();

export const treeNode = z.object({
  id: z.uuid(),
  name: z.string(),
  parentId: z.uuid().nullable(),
  /** Its own, else what the nearest brand above it says. */
  ownerGroup: z.string().nullable(),
  /** Whether the group is said of the brand itself. */
  hasOwnGroup: z.boolean(),
  aliases: z.array(z.string()),
  because: z.object({ parent: because, ownerGroup: because }),
  /** Customers of the brand itself, and with everything below it: discarded and merged ones left out. */
  customers: z.int(),
  withBelow: z.int(),
});
export type TreeNode = z.infer<typeof treeNode>;

/** The brands of the workspace, by name; a parent's id makes them a tree. */
export async function readTree(ctx: Ctx): Promise<TreeNode[]> {
  demand(ctx.actor, 'read');
  const rows = await readBrandRows(ctx);
  const counted = await ctx.tx.execute<{ id: string; count: number }>(sql`
    select brand_id as id, count(*)::int as count from customer_facts
    where brand_id is not null and status in ('active', 'review') group by brand_id`);
  const own = new Map(counted.rows.map(({ id, count }) => [id, count]));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const sums = new Map<string, number>();
  for (const row of rows)
    for (const { id } of lineOf(row, byId)) sums.set(id, (sums.get(id) ?? 0) + (own.get(row.id) ?? 0));
  return rows.map((row) => ({
    ...{ id: row.id, name: row.name, parentId: row.parentId, aliases: row.aliases },
    ownerGroup: lineOf(row, byId).find(({ ownerGroup }) => ownerGroup)?.ownerGroup ?? null,
    hasOwnGroup: row.ownerGroup !== null,
    because: { parent: row.inferred.parent ?? null, ownerGroup: row.inferred.owner_group ?? null },
    customers: own.get(row.id) ?? 0,
    withBelow: sums.get(row.id) ?? 0,
  }));
}

export async function readBrandRows(ctx: Ctx): Promise<BrandRow[]> {
  const rows = await ctx.tx.select().from(brands).orderBy(brands.name);
  return rows.map((row) => brandRow.parse(row));
}

/** A brand and everything above it, from below; a loop in the data ends where it began. */
export function lineOf(row: BrandRow, byId: ReadonlyMap<string, BrandRow>): BrandRow[] {
  const line: BrandRow[] = [];
  for (let at: BrandRow | undefined = row; at && !line.includes(at); at = byId.get(at.parentId ?? ''))
    line.push(at);
  return line;
}
