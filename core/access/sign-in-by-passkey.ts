import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { Within } from '../context.ts';
import type { Actor } from '../tenants/roles.ts';
import { openSession } from './open-session.ts';
import { checkPasskey } from './passkeys.ts';

const SIGN_IN: Actor = { kind: 'system', name: 'sign-in' };

export type PasskeySignIn = {
  tenantId: string;
  response: AuthenticationResponseJSON;
  device?: string | undefined;
};

/**
 * Opens a session for whoever holds a passkey. It is what they have and, unlocked, what they know or are: both proofs at
 * once. Throws `auth:wrong`.
 */
export const signInByPasskey = (
  within: Within,
  { tenantId, response, device }: PasskeySignIn,
): Promise<string> =>
  within(tenantId, SIGN_IN, async (ctx) => {
    const { userId } = await checkPasskey(ctx, { purpose: 'sign_in', response });
    return openSession(ctx, { userId, method: 'passkey', proof: 'factor', device });
  });
