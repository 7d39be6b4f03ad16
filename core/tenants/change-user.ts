import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { users } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { findRole } from '../access/custom-roles.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { toUser, type User } from './create-user.ts';
import { demandSignedIn } from './demand-signed-in.ts';
import { demand, ROLES } from './roles.ts';
import { demandSeat } from './tiers.ts';

export const userChange = z
  .strictObject({
    role: z.enum(ROLES).optional(),
    /** One of the workspace's own roles instead. */
    customRoleId: z.uuid().optional(),
    /** False closes the account: no session, token or linked account of theirs opens anything any more. */
    isActive: z.boolean().optional(),
  })
  .refine((change) => Object.keys(change).length > 0, 'changes nothing')
  .refine(({ role, customRoleId }) => !role || !customRoleId, 'names two roles');
export type UserChange = z.infer<typeof userChange>;

/**
 * Gives a person another role or closes their account, which counts from their next request on. Somebody stays an
 * admin with every right: the last one keeps the role (`input:invalid`). Needs `administer`, signed in. Throws
 * `user:unknown`, `role:unknown`, `tier:limit`.
 */
export async function changeUser(
  ctx: Ctx,
  { userId, ...change }: UserChange & { userId: string },
): Promise<User> {
  demand(ctx.actor, 'administer');
  demandSignedIn(ctx.actor);
  // All admins are held, so that two cannot take each other's role away at once.
  const admins = await ctx.tx
    .select({ id: users.id })
    .from(users)
    .where(sql`${users.role} = 'admin' and ${users.rights} is null and ${users.disabledAt} is null`)
    .orderBy(users.id)
    .for('update');
  const [before] = await ctx.tx.select().from(users).where(eq(users.id, userId));
  if (!before) throw new AppError('user:unknown', 'There is no such person in the workspace.');
  if (change.isActive && before.disabledAt) await demandSeat(ctx);
  const next = { ...(await roleOf(ctx, change)), ...activityOf(change) };
  const isAdminStill = (next.role ?? before.role) === 'admin' && !next.rights && !next.disabledAt;
  if (!isAdminStill && admins.length === 1 && admins[0]!.id === userId) {
    throw new AppError('input:invalid', 'This is the only admin of the workspace.', {
      where: { field: 'role' },
      nextStep: 'Make somebody else an admin first.',
    });
  }
  const [after] = await ctx.tx.update(users).set(next).where(eq(users.id, userId)).returning();
  const data = { before: before.role, after: after!.role, ...change };
  await recordAudit(ctx, { action: 'user.changed', subject: userId, data });
  return toUser(after!);
}

async function roleOf(ctx: Ctx, { role, customRoleId }: UserChange) {
  if (role) return { role, customRoleId: null, rights: null, closed: null };
  if (!customRoleId) return {};
  const { base, rights, closed } = await findRole(ctx, customRoleId);
  return { role: base, customRoleId, rights, closed };
}

const activityOf = ({ isActive }: UserChange) =>
  isActive === undefined ? {} : { disabledAt: isActive ? null : sql`now()` };
