import { eq, inArray, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { brands, campaigns, users } from '../../db/schema/index.ts';
import type { CalendarDate } from '../../lib/dates.ts';
import type { Ctx } from '../context.ts';
import type { Field } from '../fields/field.ts';
import { readFields } from '../fields/registry.ts';
import { once } from '../reading-once.ts';
import { scopedSegments } from '../segments/scoped-segments.ts';
import type { BrandNode } from './brand-tree.ts';
import type { Clause } from './filter.ts';

export type ScopedBrand = BrandNode & { id: string };
/** `members` selects the ids of the customers who are in it now; of a frozen one also those who are active no more. */
export type ScopedSegment = { id: string; name: string; isFrozen: boolean; members: SQL };

/** What the names in a filter stand for at one tenant on one day. */
export type FilterScope = {
  fields: readonly Field[];
  brands: readonly ScopedBrand[];
  people: readonly { id: string; name: string }[];
  /** Those that a filter may name, by id. */
  campaigns: readonly { id: string; name: string }[];
  segments: readonly ScopedSegment[];
  today: CalendarDate;
  /** Where the tenant's days begin. */
  timeZone: string;
  /** Money is compared in this currency only. */
  currency: string;
  /** Whether a condition is asked of few customers: what they did is then looked up for each of them. */
  isFew?: boolean;
  /** Of clauses with `top`, who they choose, where that is known already. */
  chosen?: ReadonlyMap<Clause, readonly string[]>;
};

/**
 * What the names in a filter stand for: brands and people where it asks for any (a segment may), campaigns and
 * segments by the ids that stand in it. Without a filter all brands and people.
 */
export async function readFilterScope(ctx: Ctx, filter: unknown = null): Promise<FilterScope> {
  const said = JSON.stringify(filter) ?? '';
  const named = [...new Set(said.match(IDS))];
  const asks = (...keys: string[]) =>
    filter === null || [...keys, 'segment'].some((key) => said.includes(`"${key}"`));
  const scope: FilterScope = {
    fields: await readFields(ctx),
    brands: asks('brand', 'owner_group', 'anything') ? await readBrands(ctx) : [],
    people: asks('owner') ? await readPeople(ctx) : [],
    campaigns: named.length === 0 ? [] : await readNamedCampaigns(ctx, named),
    segments: [],
    today: ctx.today,
    timeZone: ctx.tenant.settings.timeZone,
    currency: ctx.tenant.settings.currency,
  };
  const isAsked = named.length > 0 && said.includes('"segment"');
  return isAsked ? { ...scope, segments: await scopedSegments(ctx, { ids: named, scope }) } : scope;
}

const IDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

const readPeople = (ctx: Ctx): Promise<FilterScope['people']> =>
  ctx.tx.select({ id: users.id, name: users.name }).from(users).orderBy(users.name);

const readNamedCampaigns = (ctx: Ctx, ids: string[]): Promise<FilterScope['campaigns']> =>
  ctx.tx.select({ id: campaigns.id, name: campaigns.name }).from(campaigns).where(inArray(campaigns.id, ids));

/** The tenant's brand tree, by name. */
export const readBrands = (ctx: Ctx): Promise<ScopedBrand[]> => once(ctx, 'brands', () => askBrands(ctx));

async function askBrands(ctx: Ctx): Promise<ScopedBrand[]> {
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
