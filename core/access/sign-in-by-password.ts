import { and, eq, isNull, sql } from 'drizzle-orm';
import { users } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { isPassword } from '../../lib/password.ts';
import { recordAudit } from '../audit/record.ts';
import type { Within } from '../context.ts';
import type { Actor } from '../tenants/roles.ts';
import { openSession } from './open-session.ts';
import { personOf } from './person-of.ts';
import { demandTries, noteFailure, type Tried } from './throttle.ts';

const SIGN_IN: Actor = { kind: 'system', name: 'sign-in' };

export type PasswordSignIn = {
  tenantId: string;
  email: string;
  password: string;
  /** Where they ask from, as far as is known. */
  network: string;
  device?: string | undefined;
};

/**
 * Opens a session for an account's password. An unknown account, one without a password, a closed one and a wrong
 * password are answered alike and take alike long (`auth:wrong`); after some of them nobody is asked any more
 * (`request:too_many`). The session has one proof: approving and administering need another.
 */
export async function signInByPassword(within: Within, input: PasswordSignIn): Promise<string> {
  const { tenantId, email, password, network, device } = input;
  const tried: Tried[] = [
    { kind: 'account', value: email },
    { kind: 'network', value: network },
  ];
  const user = await within(tenantId, SIGN_IN, async (ctx) => {
    await demandTries(ctx, tried);
    const [found] = await ctx.tx
      .select()
      .from(users)
      .where(and(eq(sql`lower(${users.email})`, email.toLowerCase()), isNull(users.disabledAt)));
    return found ?? null;
  });
  // Outside of any transaction: it takes a tenth of a second, on purpose.
  const isRight = await isPassword(password, user?.passwordHash ?? null);
  if (user && isRight)
    return within(tenantId, personOf(user, 'console'), (ctx) =>
      openSession(ctx, { userId: user.id, method: 'password', proof: null, device }),
    );
  await within(tenantId, SIGN_IN, async (ctx) => {
    await noteFailure(ctx, tried);
    if (user)
      await recordAudit(ctx, { action: 'session.refused', subject: user.id, data: { method: 'password' } });
  });
  throw wrong();
}

const wrong = () =>
  new AppError('auth:wrong', 'This address and this password do not go together here.', {
    nextStep: 'Try again, or ask an admin for a sign-in link.',
  });
