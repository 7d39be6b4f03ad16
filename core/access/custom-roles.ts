import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { customRoles, users } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demandSignedIn } from '../tenants/demand-signed-in.ts';
import { CAPABILITIES, type Capability, demand, MAY, ROLES } from '../tenants/roles.ts';

export const newRole = z.strictObject({
  name: z.string().trim().min(1).max(60),
  /** The built-in role that it is a smaller one of. */
  base: z.enum(ROLES),
  rights: z.array(z.enum(CAPABILITIES)).min(1),
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

const toRole = ({ id, name, base, rights }: typeof customRoles.$inferSelect): RoleRow => ({
  id,
  name,
  base,
  rights: rights as Capability[],
});

/**
 * Adds a role: a built-in one with some of its rights, never more. Needs `administer`, signed in. Throws
 * `input:invalid` for a right that the base has not, `role:exists`.
 */
export async function addRole(ctx: Ctx, input: NewRole): Promise<RoleRow> {
  demandAdmin(ctx);
  const { base, name } = input;
  const beyond = input.rights.find((right) => !MAY[base].includes(right));
  if (beyond)
    throw new AppError('input:invalid', `The role ${base} does not have the right to ${beyond}.`, {
      nextStep: 'Take another base, or leave the right out.',
      where: { field: 'rights' },
    });
  const rights = CAPABILITIES.filter((right) => input.rights.includes(right) || right === 'read');
  const [row] = await ctx.tx
    .insert(customRoles)
    .values({ tenantId: ctx.tenant.id, name, base, rights })
    .onConflictDoNothing()
    .returning();
  if (!row)
    throw new AppError('role:exists', `There is a role called ${name}.`, { where: { field: 'name' } });
  await recordAudit(ctx, { action: 'role.added', subject: row.id, data: { name, base, rights } });
  return toRole(row);
}

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
