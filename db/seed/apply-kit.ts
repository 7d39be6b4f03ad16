// What a workspace of this trade starts with: its fields, its business types and words, and the brands of its world.
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Ctx, Tenant } from '../../core/context.ts';
import { fieldSchema } from '../../core/fields/field.ts';
import { addField, readFields } from '../../core/fields/registry.ts';
import { demand } from '../../core/tenants/roles.ts';
import { type TenantSettings, tenantSettings } from '../../core/tenants/settings.ts';
import { newId } from '../../lib/ids.ts';
import { brands, tenants } from '../schema/index.ts';
import kitBrands from './hospitality-music/brands.json' with { type: 'json' };
import kitFields from './hospitality-music/fields.json' with { type: 'json' };
import kitSettings from './hospitality-music/settings.json' with { type: 'json' };

const brandSchema = z.strictObject({
  name: z.string().min(1),
  parent: z.string().nullable(),
  ownerGroup: z.string().nullable(),
  aliases: z.array(z.string()),
});

/**
 * Gives the workspace the kit: own fields, brand tree, business types, the word for a unit. Doing it again adds what
 * is missing and changes nothing that is there. Answers the tenant with its settings as they now are.
 */
export async function applyKit(ctx: Ctx): Promise<Tenant> {
  demand(ctx.actor, 'administer');
  const present = new Set((await readFields(ctx)).map(({ key }) => key));
  for (const field of z.array(fieldSchema).parse(kitFields)) {
    if (!present.has(field.key)) await addField(ctx, field);
  }
  await addBrands(ctx);
  return addSettings(ctx);
}

async function addBrands(ctx: Ctx): Promise<void> {
  const known = await ctx.tx.select({ id: brands.id, name: brands.name }).from(brands);
  const ids = new Map(known.map(({ id, name }) => [name, id]));
  const missing = z
    .array(brandSchema)
    .parse(kitBrands)
    .filter(({ name }) => !ids.has(name));
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

async function addSettings(ctx: Ctx): Promise<Tenant> {
  const now = ctx.tenant.settings;
  const settings: TenantSettings = tenantSettings.parse({
    ...now,
    types: now.types.length > 0 ? now.types : kitSettings.types,
    casualFor: now.casualFor.length > 0 ? now.casualFor : kitSettings.casualFor,
    unit: now.unit.one === DEFAULTS.unit.one ? kitSettings.unit : now.unit,
    sender:
      now.sender.service === DEFAULTS.sender.service
        ? { ...now.sender, service: kitSettings.service }
        : now.sender,
  });
  await ctx.tx.update(tenants).set({ settings }).where(eq(tenants.id, ctx.tenant.id));
  return { ...ctx.tenant, settings };
}

const DEFAULTS = tenantSettings.parse({});
