import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { customRoles, users } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demandSignedIn } from '../tenants/demand-signed-in.ts';
import { CAPABILITIES, type Capability, type Closable, demand, MAY, ROLES } from '../tenants/roles.ts';

const closable = z.templateLiteral([
  z.enum(['tool', 'area']),
  ':',
  z.string().regex(/^[a-z][a-z_ -]{1,40}$/),
]);

export const newRole = z.strictObject({
  name: z.string().trim().min(1).max(60),
  /** The built-in role that it is a smaller one of. */
  base: z.enum(ROLES),
  rights: z.array(z.enum(CAPABILITIES)).min(1),
  closed: z
    .array(closable)
    .max(200)
    .default([])
    .describe('Tools of the agent and parts of the API that it may not touch.'),
});
export type NewRole = z.infer<typeof newRole>;
export const roleRow = newRole.extend({ id: z.uuid() });
export type RoleRow = z.infer<typeof roleRow>;

/** The workspace's own roles, by name. */
export async function listRoles(ctx: Ctx): Promise<RoleRow[]> {
  demand(ctx.actor, 'read');
  const rows = await ctx.tx.select().from(customRoles).orderBy(asc(customRoles.name));
  return rows.map(toRole);
}

const toRole = ({ id, name, base, rights, closed }: typeof customRoles.$inferSelect): RoleRow => ({
  id,
  name,
  base,
  rights: rights as Capability[],
  closed: closed as Closable[],
});

/**
 * Adds a role: a built-in one with some of its rights, and of those perhaps not every tool or part of the API; never
 * more. Needs `administer`, signed in. Throws `input:invalid` for a right that the base has not, `role:exists`.
 */
export async function addRole(ctx: Ctx, input: z.input<typeof newRole>): Promise<RoleRow> {
  demandAdmin(ctx);
  const given = termsOf(newRole.parse(input));
  const [row] = await ctx.tx
    .insert(customRoles)
    .values({ tenantId: ctx.tenant.id, ...given })
    .onConflictDoNothing()
    .returning();
  if (!row) throw taken(given.name);
  await recordAudit(ctx, { action: 'role.added', subject: row.id, data: given });
  return toRole(row);
}

/**
 * Gives a role other terms, for everybody who has it from their next request on. Needs `administer`, signed in. Throws
 * `role:unknown`, `role:exists`, `input:invalid`.
 */
export async function changeRole(
  ctx: Ctx,
  { id, ...input }: z.input<typeof newRole> & { id: string },
): Promise<RoleRow> {
  demandAdmin(ctx);
  const before = await findRole(ctx, id);
  const given = termsOf(newRole.parse(input));
  const others = await listRoles(ctx);
  if (others.some((one) => one.id !== id && one.name.toLowerCase() === given.name.toLowerCase()))
    throw taken(given.name);
  await ctx.tx.update(customRoles).set(given).where(eq(customRoles.id, id));
  const { base: role, rights, closed } = given;
  await ctx.tx.update(users).set({ role, rights, closed }).where(eq(users.customRoleId, id));
  const data = { before: termsOf(before), after: given };
  await recordAudit(ctx, { action: 'role.changed', subject: id, data });
  return { id, ...given };
}

function termsOf({ name, base, rights: wanted, closed }: NewRole): NewRole {
  const beyond = wanted.find((right) => !MAY[base].includes(right));
  if (beyond)
    throw new AppError('input:invalid', `The role ${base} does not have the right to ${beyond}.`, {
      nextStep: 'Take another base, or leave the right out.',
      where: { field: 'rights' },
    });
  const rights = CAPABILITIES.filter((right) => wanted.includes(right) || right === 'read');
  return { name, base, rights, closed: [...new Set(closed)].sort() };
}

const taken = (name: string) =>
  new AppError('role:exists', `There is a role called ${name}.`, { where: { field: 'name' } });

/** Takes a role away that nobody has. Throws `role:unknown`, `role:exists` while somebody has it. */
export async function removeRole(ctx: Ctx, { id }: { id: string }): Promise<void> {
  demandAdmin(ctx);
  await findRole(ctx, id);
  const [holder] = await ctx.tx
    .select({ name: users.name })
    .from(users)
    .where(eq(users.customRoleId, id))
    .limit(1);
  if (holder)
    throw new AppError('role:exists', `${holder.name} has this role.`, {
      nextStep: 'Give them another one first.',
    });
  await ctx.tx.delete(customRoles).where(eq(customRoles.id, id));
  await recordAudit(ctx, { action: 'role.removed', subject: id });
}

/** Throws `role:unknown`. */
export async function findRole(ctx: Ctx, id: string): Promise<RoleRow> {
  const [row] = await ctx.tx.select().from(customRoles).where(eq(customRoles.id, id));
  if (!row)
    throw new AppError('role:unknown', 'There is no such role.', { where: { field: 'customRoleId' } });
  return toRole(row);
}

function demandAdmin({ actor }: Ctx): void {
  demand(actor, 'administer');
  demandSignedIn(actor);
}
