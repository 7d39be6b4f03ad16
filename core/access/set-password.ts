import { and, eq, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import { sessions, users } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { isGuessable } from '../../lib/guessable.ts';
import { hashPassword, isPassword } from '../../lib/password.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx, Within } from '../context.ts';
import { demandSignedIn } from '../tenants/demand-signed-in.ts';
import type { Person } from '../tenants/find-session.ts';
import { readMethod } from './factors.ts';
import { hasFactor } from './open-session.ts';
import { demandTries, noteFailure } from './throttle.ts';

const SHORTEST = 12;

export const newPassword = z.strictObject({
  /** The one before, where there is one. */
  current: z.string().max(200).optional(),
  /** Any signs; length is what counts (NIST SP 800-63B). */
  password: z.string().min(SHORTEST, `needs at least ${SHORTEST} signs`).max(200),
});
export type NewPassword = z.infer<typeof newPassword>;

/**
 * Sets the acting person's own password. Who has one shows it, unless they came by a link. Every other session of
 * theirs ends. Throws `auth:wrong`, `input:invalid` for one that is easily guessed or was breached, `auth:forbidden`
 * for scripts, `auth:second_factor` where the person has a second proof and did not give it lately.
 */
export async function setPassword(within: Within, person: Person, input: NewPassword): Promise<void> {
  const { tenantId, actor, sessionId } = person;
  demandSignedIn(actor);
  const tried = [{ kind: 'account', value: actor.userId } as const];
  const user = await within(tenantId, actor, async (ctx) => {
    await demandTries(ctx, tried);
    const [found] = await ctx.tx.select().from(users).where(eq(users.id, actor.userId));
    if (actor.needsProof && (await hasFactor(ctx, actor.userId)))
      throw new AppError('auth:second_factor', 'Another password needs a second proof that it is you.');
    return { ...found!, workspace: ctx.tenant.name, isByLink: (await readMethod(ctx, sessionId)) === 'link' };
  });
  await demandGood(input.password, user);
  const isAsked = user.passwordHash !== null && !user.isByLink;
  if (isAsked && !(await isPassword(input.current ?? '', user.passwordHash))) {
    await within(tenantId, actor, (ctx) => noteFailure(ctx, tried));
    throw new AppError('auth:wrong', 'The present password is another one.', { where: { field: 'current' } });
  }
  const passwordHash = await hashPassword(input.password);
  await within(tenantId, actor, (ctx) => store(ctx, { userId: actor.userId, passwordHash, sessionId }));
}

type Storing = { userId: string; passwordHash: string; sessionId: string | null };

async function store(ctx: Ctx, { userId, passwordHash, sessionId }: Storing): Promise<void> {
  await ctx.tx.update(users).set({ passwordHash }).where(eq(users.id, userId));
  const others = sessionId ? ne(sessions.id, sessionId) : undefined;
  await ctx.tx
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(sessions.userId, userId), others));
  await recordAudit(ctx, { action: 'password.changed', subject: userId });
}

type Named = Pick<typeof users.$inferSelect, 'email' | 'name'>;

/** Refuses what stands in lists of breached passwords, and what somebody who knows the person would try first. */
async function demandGood(password: string, { email, name, workspace }: Named & { workspace: string }) {
  const words = [email, ...email.split(/[@.]/), name, ...name.split(/\s+/), workspace, 'refrain'];
  const known = words.filter((word) => word.length > 2);
  const left = known
    .reduce((rest, word) => rest.replaceAll(word.toLowerCase(), ''), password.toLowerCase())
    .replace(/[^\p{L}\p{N}]/gu, '');
  if (new Set(left).size >= 6 && !(await isGuessable(password, known))) return;
  throw new AppError('input:invalid', 'This password is easily guessed.', {
    nextStep:
      'It is among those that were breached, or near one. Take several words that have nothing to do with you.',
    where: { field: 'password' },
  });
}
