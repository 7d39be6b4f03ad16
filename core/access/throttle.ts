import { and, count, gt, inArray, lt, sql } from 'drizzle-orm';
import { failedTries } from '../../db/schema/index.ts';
import { hmac } from '../../lib/crypto.ts';
import { AppError } from '../../lib/errors.ts';
import type { Ctx } from '../context.ts';

const WINDOW_MINUTES = 15;
/**
 * Wrong tries in a quarter of an hour. Of one account few enough that a six-digit code is not found in years; of one
 * network address more, because an office shares one.
 */
const MOST = { account: 10, network: 50 } as const;
export type Tried = { kind: keyof typeof MOST; value: string };

const hashOf = (ctx: Ctx, { kind, value }: Tried) =>
  hmac(ctx.keys.code, `tried:${kind}:${value.toLowerCase()}`);

const since = sql`now() - make_interval(mins => ${WINDOW_MINUTES})`;

/** Throws `request:too_many` once any of these failed too often; asked before the secret is looked at. */
export async function demandTries(ctx: Ctx, tried: readonly Tried[]): Promise<void> {
  const limits = new Map(tried.map((one) => [hashOf(ctx, one), MOST[one.kind]]));
  const rows = await ctx.tx
    .select({ key: failedTries.keyHash, failed: count() })
    .from(failedTries)
    .where(and(inArray(failedTries.keyHash, [...limits.keys()]), gt(failedTries.at, since)))
    .groupBy(failedTries.keyHash);
  if (!rows.some(({ key, failed }) => failed >= limits.get(key)!)) return;
  throw new AppError('request:too_many', 'Too many tries have failed here.', {
    nextStep: `Wait a quarter of an hour, or sign in another way.`,
  });
}

/** Keeps that a try failed, in a transaction of its own: the one that refuses is rolled back. */
export async function noteFailure(ctx: Ctx, tried: readonly Tried[]): Promise<void> {
  await ctx.tx.delete(failedTries).where(lt(failedTries.at, since));
  const rows = tried.map((one) => ({ tenantId: ctx.tenant.id, keyHash: hashOf(ctx, one) }));
  await ctx.tx.insert(failedTries).values(rows);
}
