import { eq, sql } from 'drizzle-orm';
import { signInLinks, users } from '../../db/schema/index.ts';
import { randomToken, sha256 } from '../../lib/crypto.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demandSignedIn } from './demand-signed-in.ts';
import { type Actor, demand } from './roles.ts';

/** Long enough to find the terminal or the mail again; a forgotten link is dead soon after. */
const LINK_MINUTES = 15;

export type SignInLink = { token: string; path: string; expiresAt: Date };

/**
 * Makes a link that signs one user in once, within 15 minutes by the database's clock. Only its hash is kept. A link
 * for somebody else is made on the machine itself only.
 * Throws `user:unknown`, `auth:forbidden`.
 */
export async function createSignInLink(ctx: Ctx, { userId }: { userId: string }): Promise<SignInLink> {
  demand(ctx.actor, 'administer');
  demandSignedIn(ctx.actor);
  demandOwnOrLocal(ctx.actor, userId);
  const [user] = await ctx.tx.select({ id: users.id }).from(users).where(eq(users.id, userId));
  if (!user) throw new AppError('user:unknown', 'There is no such person in this workspace.');
  const token = randomToken(32);
  const [row] = await ctx.tx
    .insert(signInLinks)
    .values({
      tenantId: ctx.tenant.id,
      userId,
      tokenHash: sha256(token),
      isLocal: ctx.actor.kind === 'system' || ctx.actor.surface === 'terminal',
      expiresAt: sql`now() + make_interval(mins => ${LINK_MINUTES})`,
    })
    .returning({ id: signInLinks.id, expiresAt: signInLinks.expiresAt });
  await recordAudit(ctx, { action: 'sign_in_link.created', subject: userId, data: { linkId: row!.id } });
  return { token, path: `/sign-in/${token}`, expiresAt: row!.expiresAt };
}

/**
 * Whoever holds a link becomes that person, so an admin at a distance could approve their own campaign as the second
 * pair of eyes. On the machine itself nothing would be gained by refusing: the database is there.
 */
function demandOwnOrLocal(actor: Actor, userId: string): void {
  if (actor.kind === 'system' || actor.surface === 'terminal' || actor.userId === userId) return;
  throw new AppError('auth:forbidden', 'A sign-in link for somebody else is made on the machine itself.', {
    nextStep: 'Run `npx refrain sign-in` there.',
  });
}
