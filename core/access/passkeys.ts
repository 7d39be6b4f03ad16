import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { eq, sql } from 'drizzle-orm';
import { passkeys, users } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { answerChallenge, type Purpose, setChallenge } from './challenges.ts';
import { demandEnrolling, type Own, ownId } from './factors.ts';

/** Where the page is: a passkey works there and nowhere else. */
const siteOf = ({ baseUrl }: Ctx) => {
  const { hostname, origin } = new URL(baseUrl);
  return { expectedRPID: hostname, expectedOrigin: origin };
};

const transportsOf = (known: readonly string[]) => known as ('usb' | 'nfc' | 'ble' | 'internal' | 'hybrid')[];

/** What the browser needs to make a passkey for the acting person. Throws what `demandEnrolling` throws. */
export async function beginPasskey(ctx: Ctx, own: Own): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const userId = await demandEnrolling(ctx, own);
  const [user] = await ctx.tx.select().from(users).where(eq(users.id, userId));
  const known = await ctx.tx.select().from(passkeys).where(eq(passkeys.userId, userId));
  const options = await generateRegistrationOptions({
    rpName: 'Refrain',
    rpID: siteOf(ctx).expectedRPID,
    userName: user!.email,
    userDisplayName: user!.name,
    userID: new TextEncoder().encode(userId),
    excludeCredentials: known.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: transportsOf(transports),
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await setChallenge(ctx, { purpose: 'register', userId, token: options.challenge });
  return options;
}

type NewPasskey = Own & { name: string; response: RegistrationResponseJSON };

/** Keeps a passkey that the browser made. Throws `auth:wrong` for one that was not asked for or does not verify. */
export async function addPasskey(ctx: Ctx, { name, response, ...own }: NewPasskey): Promise<void> {
  const userId = await demandEnrolling(ctx, own);
  const result = await verifyRegistrationResponse({
    response,
    ...siteOf(ctx),
    expectedChallenge: (token) => answerChallenge(ctx, { purpose: 'register', userId, token }),
    requireUserVerification: true,
  }).catch(refuse);
  if (!result.verified) throw wrong();
  const { credential } = result.registrationInfo;
  const added = await ctx.tx
    .insert(passkeys)
    .values({
      tenantId: ctx.tenant.id,
      userId,
      name,
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey).toString('base64url'),
      counter: credential.counter,
      transports: credential.transports ?? [],
    })
    .onConflictDoNothing()
    .returning({ id: passkeys.id });
  if (!added[0]) throw wrong();
  const data = { kind: 'passkey', id: added[0].id };
  await recordAudit(ctx, { action: 'factor.added', subject: userId, data });
}

type Asking = { purpose: Extract<Purpose, 'sign_in' | 'elevate'> };

/** What the browser needs to use one: any of this site while signing in, one of the person's own afterwards. */
export async function askForPasskey(
  ctx: Ctx,
  { purpose }: Asking,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const userId = purpose === 'elevate' ? ownId(ctx) : null;
  const known = userId ? await ctx.tx.select().from(passkeys).where(eq(passkeys.userId, userId)) : [];
  const options = await generateAuthenticationOptions({
    rpID: siteOf(ctx).expectedRPID,
    userVerification: 'required',
    allowCredentials: known.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: transportsOf(transports),
    })),
  });
  await setChallenge(ctx, { purpose, userId, token: options.challenge });
  return options;
}

type Using = Asking & { response: AuthenticationResponseJSON };

/** Whose passkey signed what was asked, once. Throws `auth:wrong`. */
export async function checkPasskey(ctx: Ctx, { purpose, response }: Using): Promise<{ userId: string }> {
  const userId = purpose === 'elevate' ? ownId(ctx) : null;
  const [known] = await ctx.tx.select().from(passkeys).where(eq(passkeys.credentialId, response.id));
  if (!known || (userId && known.userId !== userId)) throw wrong();
  const result = await verifyAuthenticationResponse({
    response,
    ...siteOf(ctx),
    expectedChallenge: (token) => answerChallenge(ctx, { purpose, userId, token }),
    requireUserVerification: true,
    credential: {
      id: known.credentialId,
      publicKey: new Uint8Array(Buffer.from(known.publicKey, 'base64url')),
      counter: known.counter,
      transports: transportsOf(known.transports),
    },
  }).catch(refuse);
  if (!result.verified) throw wrong();
  await ctx.tx
    .update(passkeys)
    .set({ counter: result.authenticationInfo.newCounter, lastUsedAt: sql`now()` })
    .where(eq(passkeys.id, known.id));
  return { userId: known.userId };
}

const wrong = (cause?: unknown) =>
  new AppError('auth:wrong', 'This passkey does not prove anything here.', {
    nextStep: 'Try again from the start, on the address where it was made.',
    cause,
  });

// The package throws plain errors for whatever does not verify; a database that fails is none of them.
function refuse(error: unknown): never {
  throw error instanceof Error && !('query' in error) ? wrong(error) : error;
}
