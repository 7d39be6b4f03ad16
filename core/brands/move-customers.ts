// Customers follow the tree: to another brand, or to one that their names and files had said all along.
import { and, asc, eq, gt, inArray, or, type SQL, sql } from 'drizzle-orm';
import { updateRows } from '../../db/queries/bulk-rows.ts';
import { CORRECTED, customers, type Inferred, reviewItems } from '../../db/schema/index.ts';
import { fold } from '../../lib/text.ts';
import type { Ctx } from '../context.ts';
import { brandMatcher } from '../customers/import/match-brand.ts';
import type { BrandDone, Moved } from './brand-done.ts';
import { readBrandRows } from './read-tree.ts';

/** All customers of one brand to another, or to none; why they had it stays. */
export async function moveCustomers(
  ctx: Ctx,
  { from, to }: { from: string; to: string | null },
): Promise<Moved[]> {
  const rows = await ctx.tx
    .update(customers)
    .set({ brandId: to, updatedAt: ctx.now })
    .where(eq(customers.brandId, from))
    .returning({ id: customers.id, inferred: customers.inferred });
  return rows.map(({ id, inferred }) => ({ id, before: from, after: to, mark: inferred.brand ?? null }));
}

/** Gives the brand to customers whose file or name says it; what a person or another column said stays. */
export async function matchAgain(ctx: Ctx, brandId: string): Promise<Pick<BrandDone, 'moved' | 'items'>> {
  const stated = await takeStated(ctx, brandId);
  return { moved: [...stated.moved, ...(await takeNamed(ctx, brandId))], items: stated.items };
}

/** Files that named a brand nobody knew: the items of the review list that say so are answered. */
async function takeStated(ctx: Ctx, brandId: string): Promise<Pick<BrandDone, 'moved' | 'items'>> {
  const brand = (await readBrandRows(ctx)).find(({ id }) => id === brandId)!;
  const names = new Set([brand.name, ...brand.aliases].map(fold));
  const asked = await ctx.tx
    .select({ item: reviewItems.id, detail: reviewItems.detail, customer: customers })
    .from(reviewItems)
    .innerJoin(customers, eq(customers.id, reviewItems.customerId))
    .where(and(eq(reviewItems.reason, 'unknown_brand'), eq(reviewItems.status, 'open')));
  const meant = asked.filter(({ detail }) => names.has(fold(quotedBrand(detail) ?? '')));
  if (meant.length === 0) return { moved: [], items: [] };
  const items = meant.map(({ item }) => item);
  await ctx.tx.update(reviewItems).set({ status: 'fixed' }).where(inArray(reviewItems.id, items));
  const free = meant.filter(({ customer }) => customer.inferred.brand?.reason !== CORRECTED);
  return {
    moved: await give(
      ctx,
      free.map(({ customer }) => ({ customer, brandId, mark: null })),
    ),
    items,
  };
}

/** The brand in the importer's sentence about one that nobody knows. */
export const quotedBrand = (detail: string): string | null => /"(.+)"/.exec(detail)?.[1] ?? null;

const BATCH = 2000;

/** Names that say the brand, of customers whose brand is not known or was read from the name before. */
async function takeNamed(ctx: Ctx, brandId: string): Promise<Moved[]> {
  const all = await readBrandRows(ctx);
  const brand = all.find(({ id }) => id === brandId)!;
  const match = brandMatcher(all);
  const moved: Moved[] = [];
  for (let after = ''; ; ) {
    const rows = await ctx.tx
      .select()
      .from(customers)
      .where(and(mightBe([brand.name, ...brand.aliases]), after ? gt(customers.id, after) : undefined))
      .orderBy(asc(customers.id))
      .limit(BATCH);
    const fresh = rows.flatMap((customer) => {
      const found = match(customer.name);
      if (found?.brand.id !== brandId || customer.brandId === brandId) return [];
      return [{ customer, brandId, mark: { reason: found.reason, confidence: found.confidence } }];
    });
    moved.push(...(await give(ctx, fresh)));
    if (rows.length < BATCH) return moved;
    after = rows.at(-1)!.id;
  }
}

/** Wide enough for any accent or mark between the words: the matcher decides. */
const mightBe = (names: readonly string[]): SQL | undefined =>
  and(
    inArray(customers.status, ['active', 'review']),
    // What a person said, that there is none included, is not read again; nor what a column of a file said.
    sql`${customers.inferred} -> 'brand' ->> 'reason' is distinct from ${CORRECTED}
      and (${customers.brandId} is null or ${customers.inferred} -> 'brand' is not null)`,
    or(
      ...names.map((called) => {
        const longest = fold(called)
          .split(' ')
          .toSorted((a, b) => b.length - a.length)[0]!;
        const like = `%${longest}%`;
        return sql`(${customers.importKey} like ${like} or ${customers.looseName} like ${like} or ${customers.name} ilike ${like})`;
      }),
    ),
  );

type Given = { customer: typeof customers.$inferSelect; brandId: string; mark: Moved['mark'] };

async function give(ctx: Ctx, given: readonly Given[]): Promise<Moved[]> {
  if (given.length === 0) return [];
  await updateRows(
    ctx.tx,
    customers,
    given.map(({ customer, brandId, mark }) => {
      const { brand: _, ...rest } = customer.inferred;
      const inferred: Inferred = mark ? { ...rest, brand: mark } : rest;
      return { id: customer.id, brandId, inferred, updatedAt: ctx.now };
    }),
  );
  return given.map(({ customer, brandId }) => ({
    id: customer.id,
    before: customer.brandId,
    after: brandId,
    mark: customer.inferred.brand ?? null,
  }));
}
