import { z } from 'zod';
import { users } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demandSignedIn } from './demand-signed-in.ts';
import { demand, ROLES } from './roles.ts';
import { demandSeat } from './tiers.ts';

export const newUser = z.strictObject({
  email: z.email().max(254),
  name: z.string().trim().min(1).max(120),
  role: z.enum(ROLES),
});
export type NewUser = z.infer<typeof newUser>;

export const userSchema = newUser.extend({
  id: z.uuid(),
  /** The workspace's own role, which may less than `role`. */
  customRoleId: z.uuid().nullable(),
  /** False: the account is closed. */
  isActive: z.boolean(),
});
export type User = z.infer<typeof userSchema>;

/** Adds a person to the workspace; `user:exists` when the address is taken, whatever its capitals. */
export async function createUser(ctx: Ctx, input: NewUser): Promise<User> {
  demand(ctx.actor, 'administer');
  demandSignedIn(ctx.actor);
  await demandSeat(ctx);
  const [row] = await ctx.tx
    .insert(users)
    .values({ ...input, tenantId: ctx.tenant.id })
    .onConflictDoNothing()
    .returning();
  if (!row) {
    throw new AppError('user:exists', `Somebody with the address ${input.email} is already here.`, {
      nextStep: 'Use another address, or change the role of that person.',
      where: { field: 'email' },
    });
  }
  await recordAudit(ctx, { action: 'user.created', subject: row.id, data: { role: row.role } });
  return toUser(row);
}

export const toUser = ({ disabledAt, ...row }: typeof users.$inferSelect): User => ({
  id: row.id,
  email: row.email,
  name: row.name,
  role: row.role,
  customRoleId: row.customRoleId,
  isActive: disabledAt === null,
});
