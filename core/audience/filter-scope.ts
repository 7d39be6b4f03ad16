import { eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { brands, users } from '../../db/schema/index.ts';
import type { CalendarDate } from '../../lib/dates.ts';
import type { Ctx } from '../context.ts';
import type { Field } from '../fields/field.ts';
import { readFields } from '../fields/registry.ts';
import type { BrandNode } from './brand-tree.ts';

export type ScopedBrand = BrandNode & { id: string };

/** What the names in a filter stand for at one tenant on one day. */
export type FilterScope = {
  fields: readonly Field[];
  brands: readonly ScopedBrand[];
  people: readonly { id: string; name: string }[];
  today: CalendarDate;
  /** Money is compared in this currency only. */
  currency: string;
};

export async function readFilterScope(ctx: Ctx): Promise<FilterScope> {
  return {
    fields: await readFields(ctx),
    brands: await readBrands(ctx),
    people: await ctx.tx.select({ id: users.id, name: users.name }).from(users).orderBy(users.name),
    today: ctx.today,
    currency: ctx.tenant.settings.currency,
  };
}

/** The tenant's brand tree, by name. */
export async function readBrands(ctx: Ctx): Promise<ScopedBrand[]> {
  const parents = alias(brands, 'parents');
  return ctx.tx
    .select({
      id: brands.id,
      name: brands.name,
      parent: parents.name,
      ownerGroup: brands.ownerGroup,
      aliases: brands.aliases,
    })
    .from(brands)
    .leftJoin(parents, eq(parents.id, brands.parentId))
    .orderBy(brands.name);
}
