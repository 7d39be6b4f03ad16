import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { eq, sql } from 'drizzle-orm';
import { sessions } from '../../db/schema/index.ts';
import { AppError, isAppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx, Within } from '../context.ts';
import type { Person } from '../tenants/find-session.ts';
import { ownId } from './factors.ts';
import { checkPasskey } from './passkeys.ts';
import { demandTries, noteFailure, type Tried } from './throttle.ts';
import { takeCode } from './totp.ts';

export type SecondProof = { code: string } | { passkey: AuthenticationResponseJSON };

/**
 * A second proof, which counts for as long as the workspace says (`access.elevatedMinutes`); until when. Throws
 * `auth:wrong`, and `request:too_many` after too many of them.
 */
export async function elevate(within: Within, person: Person, proof: SecondProof): Promise<Date> {
  const { tenantId, actor, sessionId } = person;
  const tried: Tried[] = [{ kind: 'account', value: actor.userId }];
  try {
    return await within(tenantId, actor, async (ctx) => {
      const userId = ownId(ctx);
      await demandTries(ctx, tried);
      if ('code' in proof) await takeCode(ctx, { userId, code: proof.code });
      else await checkPasskey(ctx, { purpose: 'elevate', response: proof.passkey });
      return raise(ctx, { sessionId, kind: 'code' in proof ? 'totp' : 'passkey' });
    });
  } catch (error) {
    if (isAppError(error) && error.code === 'auth:wrong')
      await within(tenantId, actor, (ctx) => noteFailure(ctx, tried));
    throw error;
  }
}

type Raising = { sessionId: string | null; kind: 'totp' | 'passkey' };

async function raise(ctx: Ctx, { sessionId, kind }: Raising): Promise<Date> {
  if (!sessionId) throw new AppError('auth:forbidden', 'Only a session is raised.');
  const { elevatedMinutes } = ctx.tenant.settings.access;
  const [row] = await ctx.tx
    .update(sessions)
    .set({ elevatedUntil: sql`now() + make_interval(mins => ${elevatedMinutes}::int)` })
    .where(eq(sessions.id, sessionId))
    .returning({ until: sessions.elevatedUntil });
  await recordAudit(ctx, { action: 'session.elevated', subject: ownId(ctx), data: { sessionId, kind } });
  return row!.until!;
}

/** Gives the second proof back before it runs out. */
export async function lower(ctx: Ctx, { sessionId }: { sessionId: string | null }): Promise<void> {
  const userId = ownId(ctx);
  if (!sessionId) return;
  await ctx.tx.update(sessions).set({ elevatedUntil: null }).where(eq(sessions.id, sessionId));
  await recordAudit(ctx, { action: 'session.lowered', subject: userId, data: { sessionId } });
}
