// What a workspace of this trade starts with: its fields, its business types and words, and the brands of its world.
import { eq } from 'drizzle-orm';
import type { Ctx, Tenant } from '../../core/context.ts';
import { addField, readFields } from '../../core/fields/registry.ts';
import { demand } from '../../core/tenants/roles.ts';
import { type TenantSettings, tenantSettings } from '../../core/tenants/settings.ts';
import { newId } from '../../lib/ids.ts';
import { brands, tenants } from '../schema/index.ts';
import { type Kit, readKit } from './read-kit.ts';

/**
 * Gives the workspace the kit: own fields, brand tree, business types, the word for a unit. Doing it again adds what
 * is missing and changes nothing that is there. Answers the tenant with its settings as they now are.
 */
export async function applyKit(ctx: Ctx, kit: Kit = readKit()): Promise<Tenant> {
  demand(ctx.actor, 'administer');
  const present = new Set((await readFields(ctx)).map(({ key }) => key));
  for (const field of kit.fields) {
    if (!present.has(field.key)) await addField(ctx, field);
  }
  await addBrands(ctx, kit);
  return addSettings(ctx, kit);
}

async function addBrands(ctx: Ctx, kit: Kit): Promise<void> {
  const known = await ctx.tx
    .select({ id: brands.id, name: brands.name, aliases: brands.aliases })
    .from(brands);
  // One that a person renamed or merged is there under its old name too.
  const ids = new Map(known.flatMap(({ id, name, aliases }) => [...aliases, name].map((word) => [word, id])));
  const missing = kit.brands.filter(({ name }) => !ids.has(name));
  for (const { name } of missing) ids.set(name, newId());
  if (missing.length === 0) return;
  // A parent stands before its children in the file.
  await ctx.tx.insert(brands).values(
    missing.map(({ name, parent, ownerGroup, aliases }) => ({
      id: ids.get(name)!,
      tenantId: ctx.tenant.id,
      name,
      parentId: parent ? ids.get(parent)! : null,
      ownerGroup,
      aliases,
    })),
  );
}

async function addSettings(ctx: Ctx, kit: Kit): Promise<Tenant> {
  const [now, own] = [ctx.tenant.settings, kit.settings];
  const settings: TenantSettings = tenantSettings.parse({
    ...now,
    types: now.types.length > 0 ? now.types : own.types,
    withoutFields: now.withoutFields.length > 0 ? now.withoutFields : own.withoutFields,
    casualFor: now.casualFor.length > 0 ? now.casualFor : own.casualFor,
    words: Object.keys(now.words).length > 0 ? now.words : own.words,
    unit: now.unit.one === DEFAULTS.unit.one ? own.unit : now.unit,
    sender:
      now.sender.service === DEFAULTS.sender.service ? { ...now.sender, service: own.service } : now.sender,
  });
  await ctx.tx.update(tenants).set({ settings }).where(eq(tenants.id, ctx.tenant.id));
  return { ...ctx.tenant, settings };
}

const DEFAULTS = tenantSettings.parse({});
