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

export const userSchema = newUser.extend({ id: z.uuid() });
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

export const toUser = ({ id, email, name, role }: typeof users.$inferSelect): User => ({
  id,
  email,
  name,
  role,
});
