import { eq } from 'drizzle-orm';
import { users } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { toUser, type User } from './create-user.ts';
import { demandSignedIn } from './demand-signed-in.ts';
import { demand, type Role } from './roles.ts';

/**
 * Gives a person another role, which counts from their next request on. Somebody stays an admin: the last one keeps the
 * role (`input:invalid`). Needs `administer`, signed in. Throws `user:unknown`.
 */
export async function changeUser(ctx: Ctx, { userId, role }: { userId: string; role: Role }): Promise<User> {
  demand(ctx.actor, 'administer');
  demandSignedIn(ctx.actor);
  // All admins are held, so that two cannot take each other's role away at once.
  const admins = await ctx.tx
    .select({ id: users.id })
    .from(users)
    .where(eq(users.role, 'admin'))
    .orderBy(users.id)
    .for('update');
  const [before] = await ctx.tx.select().from(users).where(eq(users.id, userId));
  if (!before) throw new AppError('user:unknown', 'There is no such person in the workspace.');
  if (role !== 'admin' && admins.length === 1 && admins[0]!.id === userId) {
    throw new AppError('input:invalid', 'This is the only admin of the workspace.', {
      where: { field: 'role' },
      nextStep: 'Make somebody else an admin first.',
    });
  }
  const [after] = await ctx.tx.update(users).set({ role }).where(eq(users.id, userId)).returning();
  const data = { before: before.role, after: role };
  await recordAudit(ctx, { action: 'user.changed', subject: userId, data });
  return toUser(after!);
}
