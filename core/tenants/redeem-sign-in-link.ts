import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { sessions, signInLinks, users } from '../../db/schema/index.ts';
import { randomToken, sha256 } from '../../lib/crypto.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx, Within } from '../context.ts';
import type { Actor } from './roles.ts';

/** A working day; whoever leaves the browser open overnight signs in again. */
export const SESSION_HOURS = 12;

export type NewSession = { token: string; tenantId: string; actor: Actor };

/**
 * Turns a sign-in link into a session, once. An unknown, a used and an expired link get the same answer
 * (`auth:link_used`), so that nothing can be learnt from it.
 */
export async function redeemSignInLink(
  { database, within }: { database: Database; within: Within },
  token: string,
): Promise<NewSession> {
  // The tenant is known only after the link is: hence this one look as the owner.
  const [link] = await database.owner
    .select({ id: signInLinks.id, tenantId: signInLinks.tenantId, user: users })
    .from(signInLinks)
    .innerJoin(users, eq(users.id, signInLinks.userId))
    .where(eq(signInLinks.tokenHash, sha256(token)));
  if (!link) throw refusal();
  const { id: userId, name, role } = link.user;
  const actor: Actor = { kind: 'person', userId, name, role, surface: 'console' };
  const session = await within(link.tenantId, actor, (ctx) => openSession(ctx, { linkId: link.id, userId }));
  return { token: session, tenantId: link.tenantId, actor };
}

async function openSession(ctx: Ctx, { linkId, userId }: { linkId: string; userId: string }) {
  const used = await ctx.tx
    .update(signInLinks)
    .set({ usedAt: sql`now()` })
    .where(and(eq(signInLinks.id, linkId), isNull(signInLinks.usedAt), gt(signInLinks.expiresAt, sql`now()`)))
    .returning({ id: signInLinks.id });
  if (used.length === 0) throw refusal();
  const token = randomToken(32);
  const [row] = await ctx.tx
    .insert(sessions)
    .values({
      tenantId: ctx.tenant.id,
      userId,
      tokenHash: sha256(token),
      expiresAt: sql`now() + make_interval(hours => ${SESSION_HOURS})`,
    })
    .returning({ id: sessions.id });
  await recordAudit(ctx, { action: 'session.opened', subject: userId, data: { sessionId: row!.id } });
  return token;
}

const refusal = () =>
  new AppError('auth:link_used', 'This sign-in link has been used, has expired, or was never given out.', {
    nextStep: 'Ask for a new link; each works once, within 15 minutes.',
  });
