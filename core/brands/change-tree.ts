import { eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { brandChanges, brands, CORRECTED } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { newId } from '../../lib/ids.ts';
import { fold } from '../../lib/text.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demandSignedIn } from '../tenants/demand-signed-in.ts';
import { demand } from '../tenants/roles.ts';
import type { BrandDone, BrandRow } from './brand-done.ts';
import { matchAgain, moveCustomers } from './move-customers.ts';
import { lineOf, readBrandRows } from './read-tree.ts';
import { brandOf, demandFreeNames, demandNoLoop, namesBeside, type Tree } from './tree-rules.ts';

const name = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .refine((text) => fold(text) !== '', 'has no letter');
const group = z.string().trim().min(1).max(100).nullable();
const aliases = z.array(name).max(50);
/** The key of the proposal that it follows: it is not made again. */
const proposal = z.string().max(300).optional();

/**
 * - `add`: a brand that is not there yet.
 * - `change`: another name (the old one stays an alias), another place in the tree, another owner group, other aliases.
 * - `merge`: the brand is another one: its customers, the brands below it and its names go there.
 * - `remove`: the brand is none: its customers and the brands below it go to the one above.
 * - `decline`: a proposal that is wrong.
 */
export const treeChange = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('add'),
    name,
    parentId: z.uuid().nullable().default(null),
    ownerGroup: group.default(null),
    aliases: aliases.default([]),
    proposal,
  }),
  z.strictObject({
    do: z.literal('change'),
    id: z.uuid(),
    name: name.optional(),
    parentId: z.uuid().nullable().optional(),
    ownerGroup: group.optional(),
    aliases: aliases.optional(),
    proposal,
  }),
  z.strictObject({ do: z.literal('merge'), id: z.uuid(), intoId: z.uuid() }),
  z.strictObject({ do: z.literal('remove'), id: z.uuid() }),
  z.strictObject({ do: z.literal('decline'), proposal: z.string().min(1).max(300), name }),
]);
export type TreeChange = z.infer<typeof treeChange>;

export const treeOutcome = z.object({
  /** Give it to `undoTreeChange`. */
  changeId: z.uuid(),
  brandId: z.uuid().nullable(),
  /** Customers that have another brand now. */
  moved: z.int(),
});
export type TreeOutcome = z.infer<typeof treeOutcome>;

const OWN = { reason: CORRECTED, confidence: 1 };

type Applied = { brandId: string | null; name: string; done: BrandDone };

/**
 * A person's change of the brand tree. Imports only ever read the tree, so that it holds from then on; customers whose
 * names say a brand that is new get it, unless a file or a person said another. Throws `brand:unknown`, `brand:exists`
 * where a name is another brand's, and `brand:invalid` for a loop.
 */
export async function changeTree(ctx: Ctx, change: TreeChange): Promise<TreeOutcome> {
  demand(ctx.actor, 'import');
  demandSignedIn(ctx.actor);
  // One change of the tree at a time: what is checked here stays true until it is written.
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${ctx.tenant.id}, 2))`);
  const tree: Tree = new Map((await readBrandRows(ctx)).map((row) => [row.id, row]));
  const { brandId, name: called, done } = await apply(ctx, change, tree);
  const changeId = newId();
  await ctx.tx.insert(brandChanges).values({
    ...{ id: changeId, tenantId: ctx.tenant.id, action: change.do, name: called, done },
    ...{ proposal: 'proposal' in change ? (change.proposal ?? null) : null, actor: ctx.actor, at: ctx.now },
  });
  const data = { changeId, change, moved: done.moved.length };
  await recordAudit(ctx, { action: `brand.${change.do}`, ...(brandId ? { subject: brandId } : {}), data });
  return { changeId, brandId, moved: done.moved.length };
}

async function apply(ctx: Ctx, change: TreeChange, tree: Tree): Promise<Applied> {
  switch (change.do) {
    case 'add':
      return addBrand(ctx, change, tree);
    case 'change':
      return changeBrand(ctx, change, tree);
    case 'merge':
      return mergeBrand(ctx, { gone: brandOf(change.id, tree), into: brandOf(change.intoId, tree) }, tree);
    case 'remove':
      return removeBrand(ctx, brandOf(change.id, tree), tree);
    case 'decline':
      return { brandId: null, name: change.name, done: { rows: [], moved: [], items: [] } };
  }
}

async function addBrand(ctx: Ctx, given: Extract<TreeChange, { do: 'add' }>, tree: Tree): Promise<Applied> {
  const { name: called, parentId, ownerGroup } = given;
  if (parentId) brandOf(parentId, tree);
  const row: BrandRow = {
    ...{ id: newId(), name: called, parentId, ownerGroup, aliases: given.aliases },
    inferred: { ...(parentId ? { parent: OWN } : {}), ...(ownerGroup ? { owner_group: OWN } : {}) },
  };
  demandFreeNames(row, tree);
  await ctx.tx.insert(brands).values({ ...row, tenantId: ctx.tenant.id });
  const matched = await matchAgain(ctx, row.id);
  return { brandId: row.id, name: called, done: { rows: [{ before: null, after: row }], ...matched } };
}

async function changeBrand(
  ctx: Ctx,
  given: Extract<TreeChange, { do: 'change' }>,
  tree: Tree,
): Promise<Applied> {
  const before = brandOf(given.id, tree);
  const after: BrandRow = {
    ...before,
    name: given.name ?? before.name,
    parentId: given.parentId === undefined ? before.parentId : given.parentId,
    ownerGroup: given.ownerGroup === undefined ? before.ownerGroup : given.ownerGroup,
    aliases: namesBeside(given.name ?? before.name, [
      ...(given.aliases ?? before.aliases),
      // What files and people still call it.
      ...(given.name && !given.aliases ? [before.name] : []),
    ]),
    inferred: {
      ...before.inferred,
      ...(given.parentId === undefined ? {} : { parent: OWN }),
      ...(given.ownerGroup === undefined ? {} : { owner_group: OWN }),
    },
  };
  demandFreeNames(after, tree);
  demandNoLoop(after, tree);
  await writeRow(ctx, after);
  const matched = await matchAgain(ctx, after.id);
  return { brandId: after.id, name: before.name, done: { rows: [{ before, after }], ...matched } };
}

type Pair = { gone: BrandRow; into: BrandRow };

async function mergeBrand(ctx: Ctx, { gone, into }: Pair, tree: Tree): Promise<Applied> {
  if (gone.id === into.id) throw new AppError('brand:invalid', 'A brand cannot be merged with itself.');
  const isBelow = lineOf(into, tree).some(({ id }) => id === gone.id);
  const after: BrandRow = {
    ...into,
    parentId: isBelow ? gone.parentId : into.parentId,
    aliases: namesBeside(into.name, [...into.aliases, gone.name, ...gone.aliases]),
  };
  const rows = [{ before: into, after }, ...childrenMoved(gone, into.id, tree)].filter(
    ({ before }, at) => at === 0 || before.id !== into.id,
  );
  for (const row of rows) await writeRow(ctx, row.after);
  const moved = await moveCustomers(ctx, { from: gone.id, to: into.id });
  await ctx.tx.delete(brands).where(eq(brands.id, gone.id));
  const done = { rows: [{ before: gone, after: null }, ...rows], moved, items: [] };
  return { brandId: into.id, name: gone.name, done };
}

async function removeBrand(ctx: Ctx, gone: BrandRow, tree: Tree): Promise<Applied> {
  const rows = childrenMoved(gone, gone.parentId, tree);
  for (const row of rows) await writeRow(ctx, row.after);
  const moved = await moveCustomers(ctx, { from: gone.id, to: gone.parentId });
  await ctx.tx.delete(brands).where(eq(brands.id, gone.id));
  return {
    brandId: gone.parentId,
    name: gone.name,
    done: { rows: [{ before: gone, after: null }, ...rows], moved, items: [] },
  };
}

const childrenMoved = (gone: BrandRow, parentId: string | null, tree: Tree) =>
  [...tree.values()]
    .filter((row) => row.parentId === gone.id)
    .map((before) => ({ before, after: { ...before, parentId } }));

export async function writeRow(ctx: Ctx, { id, ...row }: BrandRow): Promise<void> {
  await ctx.tx
    .update(brands)
    .set(row)
    .where(inArray(brands.id, [id]));
}
