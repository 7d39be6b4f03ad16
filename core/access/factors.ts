import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { z } from 'zod';
import { passkeys, sessions, totps, users } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demandSignedIn } from '../tenants/demand-signed-in.ts';
import { demand } from '../tenants/roles.ts';
import { hasFactor } from './open-session.ts';

export const factors = z.object({
  hasPassword: z.boolean(),
  hasTotp: z.boolean(),
  passkeys: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      createdAt: z.iso.datetime(),
      lastUsedAt: z.iso.datetime().nullable(),
    }),
  ),
  /** Whether a second proof counts right now. */
  isElevated: z.boolean(),
});
export type Factors = z.infer<typeof factors>;

/** What the acting person has to prove themself with. */
export async function readFactors(ctx: Ctx): Promise<Factors> {
  const userId = ownId(ctx);
  const [user] = await ctx.tx.select({ hash: users.passwordHash }).from(users).where(eq(users.id, userId));
  const [totp] = await ctx.tx
    .select({ id: totps.id })
    .from(totps)
    .where(and(eq(totps.userId, userId), isNotNull(totps.confirmedAt)));
  const keys = await ctx.tx
    .select()
    .from(passkeys)
    .where(eq(passkeys.userId, userId))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id));
  return {
    hasPassword: user!.hash !== null,
    hasTotp: totp !== undefined,
    passkeys: keys.map(({ id, name, createdAt, lastUsedAt }) => ({
      id,
      name,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    })),
    isElevated: ctx.actor.kind === 'person' && !ctx.actor.needsProof,
  };
}

/** The acting person's id, signed in as themself; `auth:forbidden` for anything else. */
export function ownId({ actor }: Ctx): string {
  demand(actor, 'read');
  demandSignedIn(actor);
  if (actor.kind === 'person') return actor.userId;
  throw new AppError('auth:forbidden', 'Only a person has proofs of their own.');
}

export type Own = { sessionId: string | null };

/**
 * Who adds a proof: with one already, whoever gave it lately. The first one is added by whoever came by a link or from
 * a provider, never by a password alone: who found the password would make themself the second proof.
 * Throws `auth:second_factor`, `auth:unproven`.
 */
export async function demandEnrolling(ctx: Ctx, { sessionId }: Own): Promise<string> {
  const userId = ownId(ctx);
  const isProven = ctx.actor.kind === 'person' && !ctx.actor.needsProof;
  if (isProven) return userId;
  if (await hasFactor(ctx, userId))
    throw new AppError('auth:second_factor', 'Another proof is added with one that you have.');
  const method = await readMethod(ctx, sessionId);
  if (method && method !== 'password') return userId;
  throw new AppError('auth:unproven', 'A password alone cannot add the first second proof.', {
    nextStep: 'Ask for a sign-in link and add it then.',
  });
}

/** How the acting person signed in; null where that was no session. */
export async function readMethod(ctx: Ctx, sessionId: string | null) {
  if (!sessionId) return null;
  const [own] = await ctx.tx
    .select({ method: sessions.method })
    .from(sessions)
    .where(eq(sessions.id, sessionId));
  return own?.method ?? null;
}

type Removal = { kind: 'totp' } | { kind: 'passkey'; id: string };

/** Takes away a proof of the acting person's own; needs one. Throws `factor:unknown`, `auth:second_factor`. */
export async function removeFactor(ctx: Ctx, removal: Removal): Promise<void> {
  const userId = ownId(ctx);
  if (ctx.actor.kind === 'person' && ctx.actor.needsProof)
    throw new AppError('auth:second_factor', 'Taking a proof away needs one.');
  const gone =
    removal.kind === 'totp'
      ? await ctx.tx.delete(totps).where(eq(totps.userId, userId)).returning({ id: totps.id })
      : await ctx.tx
          .delete(passkeys)
          .where(and(eq(passkeys.userId, userId), eq(passkeys.id, removal.id)))
          .returning({ id: passkeys.id });
  if (gone.length === 0) throw new AppError('factor:unknown', 'You have no such proof.');
  await recordAudit(ctx, { action: 'factor.removed', subject: userId, data: removal });
}

/**
 * An admin takes all proofs and the password of somebody away who has lost them. It opens no door: they come back by a
 * link that is made on the machine. Throws `user:unknown`.
 */
export async function resetFactors(ctx: Ctx, { userId }: { userId: string }): Promise<void> {
  demand(ctx.actor, 'administer');
  demandSignedIn(ctx.actor);
  const found = await ctx.tx
    .update(users)
    .set({ passwordHash: null })
    .where(eq(users.id, userId))
    .returning({ id: users.id });
  if (found.length === 0) throw new AppError('user:unknown', 'There is no such person in the workspace.');
  await ctx.tx.delete(totps).where(eq(totps.userId, userId));
  await ctx.tx.delete(passkeys).where(eq(passkeys.userId, userId));
  await ctx.tx.delete(sessions).where(eq(sessions.userId, userId));
  await recordAudit(ctx, { action: 'factor.reset', subject: userId });
}
