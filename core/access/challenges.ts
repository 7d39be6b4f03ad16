import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import { challenges } from '../../db/schema/index.ts';
import { sha256 } from '../../lib/crypto.ts';
import type { Ctx } from '../context.ts';

const MINUTES = 10;

export type Purpose = 'sign_in' | 'register' | 'elevate' | 'sso';
type Challenge = { purpose: Purpose; userId: string | null; token: string };

/** Remembers what was asked, by a hash of what comes back with the answer. */
export async function setChallenge(
  ctx: Ctx,
  { purpose, userId, token, data = {} }: Challenge & { data?: Record<string, unknown> },
): Promise<void> {
  await ctx.tx.delete(challenges).where(lt(challenges.expiresAt, sql`now()`));
  await ctx.tx.insert(challenges).values({
    tenantId: ctx.tenant.id,
    purpose,
    userId,
    tokenHash: sha256(token),
    data,
    expiresAt: sql`now() + make_interval(mins => ${MINUTES})`,
  });
}

/** What was kept with it, once and in time; null for anything else. */
export async function takeChallenge(ctx: Ctx, { purpose, userId, token }: Challenge) {
  const [row] = await ctx.tx
    .delete(challenges)
    .where(
      and(
        eq(challenges.tokenHash, sha256(token)),
        eq(challenges.purpose, purpose),
        userId ? eq(challenges.userId, userId) : isNull(challenges.userId),
        gt(challenges.expiresAt, sql`now()`),
      ),
    )
    .returning({ data: challenges.data });
  return row?.data ?? null;
}

/** Whether it was asked, once and in time. */
export const answerChallenge = async (ctx: Ctx, challenge: Challenge): Promise<boolean> =>
  (await takeChallenge(ctx, challenge)) !== null;
