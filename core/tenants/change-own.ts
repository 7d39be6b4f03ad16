import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { users } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demandSignedIn } from './demand-signed-in.ts';
import { timeZone } from './settings.ts';

export const ownChange = z.strictObject({
  /** Whose clocks their morning goes by; null: the workspace's. */
  timeZone: timeZone.nullable(),
});
export type OwnChange = z.infer<typeof ownChange>;

/** What anybody says of themselves, signed in. */
export async function changeOwn(ctx: Ctx, change: OwnChange): Promise<void> {
  demandSignedIn(ctx.actor);
  if (ctx.actor.kind !== 'person') throw new AppError('auth:forbidden', 'Only a person can decide this.');
  const { userId } = ctx.actor;
  await ctx.tx.update(users).set(change).where(eq(users.id, userId));
  await recordAudit(ctx, { action: 'user.changed', subject: userId, data: change });
}

/** As they chose; null: the workspace's. */
export async function readOwnTimeZone(ctx: Ctx, userId: string): Promise<string | null> {
  const [row] = await ctx.tx.select({ own: users.timeZone }).from(users).where(eq(users.id, userId));
  return row?.own ?? null;
}
