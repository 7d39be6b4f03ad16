import { eq, sql } from 'drizzle-orm';
import { passkeys, sessions, totps, users } from '../../db/schema/index.ts';
import { randomToken, sha256 } from '../../lib/crypto.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';

/** A working day; whoever leaves the browser open overnight signs in again. */
export const SESSION_HOURS = 12;

export type Method = 'link' | 'password' | 'passkey' | 'sso';
/** What counted as a second proof while they signed in: the machine itself, or a factor of their own. */
export type Proof = 'machine' | 'factor' | null;

export type Opening = { userId: string; method: Method; proof: Proof; device?: string | undefined };

/**
 * Opens a session and answers its token, in clear this once. A link of the machine itself is a second proof for as long
 * as the session lasts, unless the person has one of their own or the workspace wants one from everybody.
 * Throws `auth:forbidden` for somebody who may not come in any more.
 */
export async function openSession(ctx: Ctx, { userId, method, proof, device }: Opening): Promise<string> {
  const [user] = await ctx.tx.select().from(users).where(eq(users.id, userId));
  if (!user || user.disabledAt)
    throw new AppError('auth:forbidden', 'This account is closed.', { nextStep: 'Ask an admin.' });
  const { elevatedMinutes, secondFactor } = ctx.tenant.settings.access;
  const byMachine = proof === 'machine' && secondFactor !== 'always' && !(await hasFactor(ctx, userId));
  const minutes = byMachine ? SESSION_HOURS * 60 : proof === 'factor' ? elevatedMinutes : null;
  const token = randomToken(32);
  const [row] = await ctx.tx
    .insert(sessions)
    .values({
      tenantId: ctx.tenant.id,
      userId,
      method,
      device: device?.slice(0, 200) ?? null,
      tokenHash: sha256(token),
      elevatedUntil: minutes === null ? null : sql`now() + make_interval(mins => ${minutes}::int)`,
      expiresAt: sql`now() + make_interval(hours => ${SESSION_HOURS})`,
    })
    .returning({ id: sessions.id });
  await recordAudit(ctx, {
    action: 'session.opened',
    subject: userId,
    data: { sessionId: row!.id, method, proof },
  });
  return token;
}

/** Whether the person has anything of their own to prove themself with beside the way they sign in. */
export async function hasFactor(ctx: Ctx, userId: string): Promise<boolean> {
  const { rows } = await ctx.tx.execute(sql`
    select 1 from ${passkeys} where ${passkeys.userId} = ${userId}
    union all select 1 from ${totps} where ${totps.userId} = ${userId} and ${totps.confirmedAt} is not null
    limit 1`);
  return rows.length > 0;
}
