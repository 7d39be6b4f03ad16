import { and, desc, eq, gt, isNull, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import { sessions } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demandSignedIn } from '../tenants/demand-signed-in.ts';
import { demand } from '../tenants/roles.ts';

export const sessionRow = z.object({
  id: z.uuid(),
  method: z.enum(['link', 'password', 'passkey', 'sso']),
  device: z.string().nullable(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  isThis: z.boolean(),
});
export type SessionRow = z.infer<typeof sessionRow>;

type Own = { sessionId: string | null };

/** Where the acting person is signed in now, the newest first. */
export async function listSessions(ctx: Ctx, { sessionId }: Own): Promise<SessionRow[]> {
  const rows = await ctx.tx
    .select()
    .from(sessions)
    .where(and(ownLive(ctx)))
    .orderBy(desc(sessions.createdAt), desc(sessions.id));
  return rows.map(({ id, method, device, createdAt, lastSeenAt, expiresAt }) => ({
    id,
    method,
    device,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    isThis: id === sessionId,
  }));
}

/** Ends one session of the acting person; `session:unknown` where there is none. */
export async function endSession(ctx: Ctx, { id }: { id: string }): Promise<void> {
  const ended = await ctx.tx
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(and(ownLive(ctx), eq(sessions.id, id)))
    .returning({ userId: sessions.userId });
  if (!ended[0])
    throw new AppError('session:unknown', 'There is no such session of yours.', { where: { id } });
  await recordAudit(ctx, { action: 'session.closed', subject: ended[0].userId, data: { sessionId: id } });
}

/** Ends all sessions of the acting person but this one; how many there were. */
export async function endOtherSessions(ctx: Ctx, { sessionId }: Own): Promise<number> {
  const ended = await ctx.tx
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(and(ownLive(ctx), sessionId ? ne(sessions.id, sessionId) : undefined))
    .returning({ id: sessions.id, userId: sessions.userId });
  if (ended[0])
    await recordAudit(ctx, {
      action: 'session.closed',
      subject: ended[0].userId,
      data: { sessionIds: ended.map(({ id }) => id) },
    });
  return ended.length;
}

function ownLive({ actor }: Ctx) {
  demand(actor, 'read');
  demandSignedIn(actor);
  if (actor.kind !== 'person') throw new AppError('auth:forbidden', 'Only a person has sessions.');
  return and(
    eq(sessions.userId, actor.userId),
    isNull(sessions.revokedAt),
    gt(sessions.expiresAt, sql`now()`),
  );
}
