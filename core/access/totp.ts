import { and, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { totps, users } from '../../db/schema/index.ts';
import { seal, unseal } from '../../lib/crypto.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demandEnrolling, type Own } from './factors.ts';

const PERIOD_S = 30;

const appOf = (ctx: Ctx, { secret, label }: { secret: Secret; label: string }) =>
  new TOTP({ issuer: `Refrain ${ctx.tenant.name}`, label, secret, period: PERIOD_S });

/**
 * Begins an authenticator app for the acting person: its secret and its `otpauth://` address, in clear this once. It
 * counts when a code of it was given. Throws what `demandEnrolling` throws.
 */
export async function beginTotp(ctx: Ctx, own: Own): Promise<{ secret: string; uri: string }> {
  const userId = await demandEnrolling(ctx, own);
  const [user] = await ctx.tx.select({ email: users.email }).from(users).where(eq(users.id, userId));
  const secret = new Secret({ size: 20 });
  const sealedSecret = seal(ctx.keys.seal, secret.base32);
  await ctx.tx.delete(totps).where(and(eq(totps.userId, userId), isNull(totps.confirmedAt)));
  const made = await ctx.tx
    .insert(totps)
    .values({ tenantId: ctx.tenant.id, userId, sealedSecret })
    .onConflictDoNothing()
    .returning({ id: totps.id });
  if (made.length === 0)
    throw new AppError('input:invalid', 'You have an authenticator app already.', {
      nextStep: 'Remove it first, if it is gone.',
    });
  return { secret: secret.base32, uri: appOf(ctx, { secret, label: user!.email }).toString() };
}

/** The first code: from now on the app is a second proof. Throws `auth:wrong`. */
export async function confirmTotp(ctx: Ctx, { code, ...own }: Own & { code: string }): Promise<void> {
  const userId = await demandEnrolling(ctx, own);
  await takeCode(ctx, { userId, code, isConfirmed: false });
  await ctx.tx.update(totps).set({ confirmedAt: sql`now()` }).where(eq(totps.userId, userId));
  await recordAudit(ctx, { action: 'factor.added', subject: userId, data: { kind: 'totp' } });
}

type Code = { userId: string; code: string; isConfirmed?: boolean };

/** Takes a code once: of this period or the ones beside it, by the database's clock. Throws `auth:wrong`. */
export async function takeCode(ctx: Ctx, { userId, code, isConfirmed = true }: Code): Promise<void> {
  const state = isConfirmed ? isNotNull(totps.confirmedAt) : isNull(totps.confirmedAt);
  const [row] = await ctx.tx
    .select({ totp: totps, nowMs: sql<string>`extract(epoch from clock_timestamp()) * 1000` })
    .from(totps)
    .where(and(eq(totps.userId, userId), state));
  if (!row) throw wrong();
  const secret = Secret.fromBase32(unseal(ctx.keys.seal, row.totp.sealedSecret));
  const timestamp = Number(row.nowMs);
  const delta = appOf(ctx, { secret, label: 'x' }).validate({
    token: code.replace(/\s/g, ''),
    timestamp,
    window: 1,
  });
  if (delta === null) throw wrong();
  const step = Math.floor(timestamp / 1000 / PERIOD_S) + delta;
  const taken = await ctx.tx
    .update(totps)
    .set({ lastStep: step })
    .where(and(eq(totps.id, row.totp.id), lt(totps.lastStep, step)))
    .returning({ id: totps.id });
  if (taken.length === 0) throw wrong();
}

const wrong = () =>
  new AppError('auth:wrong', 'This code is wrong, over, or was used already.', {
    nextStep: 'Give the code that the app shows now; each works once.',
  });
