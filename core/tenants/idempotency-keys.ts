import { and, eq, lt, sql } from 'drizzle-orm';
import { idempotencyKeys } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import type { Ctx } from '../context.ts';

type Request = { userId: string; key: string; requestHash: string };
export type Answer = { status: number; answer: string };

const KEPT = sql`now() - interval '1 day'`;

/**
 * Takes a key for a request that its sender may repeat. Null: it is new, go on. Otherwise what was answered to it.
 * Throws `idempotency:mismatch` when the key was for something else, and `idempotency:running` when it was not
 * answered: it is worked on, or its process ended in the middle and nobody here knows how far it came.
 */
export async function takeKey(ctx: Ctx, { userId, key, requestHash }: Request): Promise<Answer | null> {
  await ctx.tx.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, KEPT));
  const taken = await ctx.tx
    .insert(idempotencyKeys)
    .values({ tenantId: ctx.tenant.id, userId, key, requestHash })
    .onConflictDoNothing()
    .returning({ id: idempotencyKeys.id });
  if (taken.length > 0) return null;
  const [known] = await ctx.tx.select().from(idempotencyKeys).where(isKey(userId, key));
  if (known && known.requestHash !== requestHash)
    throw new AppError('idempotency:mismatch', 'This Idempotency-Key was sent with another request.', {
      nextStep: 'Use a key of its own for each thing you want done.',
    });
  if (known && known.status !== null && known.answer !== null)
    return { status: known.status, answer: known.answer };
  throw new AppError('idempotency:running', 'A request with this Idempotency-Key was not answered yet.', {
    nextStep: 'Try again in a moment; if it stays so, look whether it was done before you use a new key.',
  });
}

/** Keeps what was answered, for whoever asks again. */
export async function keepAnswer(
  ctx: Ctx,
  { userId, key, ...answer }: Omit<Request, 'requestHash'> & Answer,
) {
  await ctx.tx.update(idempotencyKeys).set(answer).where(isKey(userId, key));
}

/** Gives a key back that nothing was done with. */
export async function releaseKey(ctx: Ctx, { userId, key }: Omit<Request, 'requestHash'>): Promise<void> {
  await ctx.tx.delete(idempotencyKeys).where(isKey(userId, key));
}

const isKey = (userId: string, key: string) =>
  and(eq(idempotencyKeys.userId, userId), eq(idempotencyKeys.key, key));
