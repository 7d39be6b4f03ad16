import { and, eq, isNull, sql } from 'drizzle-orm';
import { sessions } from '../../db/schema/index.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';

/** Ends one session for good; ending it again changes nothing. */
export async function signOut(ctx: Ctx, { sessionId }: { sessionId: string }): Promise<void> {
  const ended = await ctx.tx
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))
    .returning({ userId: sessions.userId });
  if (ended[0])
    await recordAudit(ctx, { action: 'session.closed', subject: ended[0].userId, data: { sessionId } });
}
