import { asc } from 'drizzle-orm';
import { users } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { toUser, type User } from './create-user.ts';
import { demand } from './roles.ts';

/** Everybody of the workspace, by name. */
export async function listUsers(ctx: Ctx): Promise<User[]> {
  demand(ctx.actor, 'read');
  const rows = await ctx.tx.select().from(users).orderBy(asc(users.name), asc(users.id));
  return rows.map(toUser);
}
