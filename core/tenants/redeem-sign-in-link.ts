import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { signInLinks, users } from '../../db/schema/index.ts';
import { sha256 } from '../../lib/crypto.ts';
import { AppError } from '../../lib/errors.ts';
import { openSession } from '../access/open-session.ts';
import { personOf } from '../access/person-of.ts';
import type { Ctx, Within } from '../context.ts';
import type { Actor } from './roles.ts';

export type NewSession = { token: string; tenantId: string; actor: Actor };

/**
 * Turns a sign-in link into a session, once. An unknown, a used and an expired link get the same answer
 * (`auth:link_used`), so that nothing can be learnt from it.
 */
export async function redeemSignInLink(
  { database, within }: { database: Database; within: Within },
  token: string,
  device?: string,
): Promise<NewSession> {
  // The tenant is known only after the link is: hence this one look as the owner.
  const [link] = await database.owner
    .select({ id: signInLinks.id, tenantId: signInLinks.tenantId, user: users })
    .from(signInLinks)
    .innerJoin(users, eq(users.id, signInLinks.userId))
    .where(eq(signInLinks.tokenHash, sha256(token)));
  if (!link || link.user.disabledAt) throw refusal();
  const actor = personOf(link.user, 'console');
  const session = await within(link.tenantId, actor, async (ctx) => {
    const isLocal = await spendLink(ctx, link.id);
    return openSession(ctx, {
      userId: link.user.id,
      method: 'link',
      proof: isLocal ? 'machine' : null,
      device,
    });
  });
  return { token: session, tenantId: link.tenantId, actor };
}

async function spendLink(ctx: Ctx, linkId: string): Promise<boolean> {
  const [used] = await ctx.tx
    .update(signInLinks)
    .set({ usedAt: sql`now()` })
    .where(and(eq(signInLinks.id, linkId), isNull(signInLinks.usedAt), gt(signInLinks.expiresAt, sql`now()`)))
    .returning({ isLocal: signInLinks.isLocal });
  if (!used) throw refusal();
  return used.isLocal;
}

const refusal = () =>
  new AppError('auth:link_used', 'This sign-in link has been used, has expired, or was never given out.', {
    nextStep: 'Ask for a new link; each works once, and only for a while.',
  });
