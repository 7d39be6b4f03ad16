// An access token of a Google service account: asked for with a signed claim, kept until shortly before it ends.
import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';
import { callVendor } from '../call-vendor.ts';
import type { SendResult } from '../contract.ts';
import { signJwt } from '../sign-jwt.ts';

/** Who gives tokens, and whom the claim is for, wherever a test listens in its place. */
export const GOOGLE_TOKENS = 'https://oauth2.googleapis.com/token';
const SCOPE = 'https://www.googleapis.com/auth/firebase.messaging';
const HOUR_S = 3600;
const EARLY_MS = 5 * 60_000;

type Account = { clientEmail: string; privateKey: string; timeoutMs: number };
type Access = { token: string; endsAt: number };
type Failure = Extract<SendResult, { outcome: 'retry' | 'unreachable' }>;

const granted = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });
const refusal = z.object({ error: z.string(), error_description: z.string().optional() });

/** Without a token nothing was sent: that is said of every message which asked for one. */
export function openGoogleToken(
  account: Account,
  tokenUrl: string,
): () => Promise<{ token: string } | Failure> {
  const key = createPrivateKey(account.privateKey);
  let held: Access | null = null;
  let asking: Promise<Access | Failure> | null = null;
  return async () => {
    if (held && held.endsAt - EARLY_MS > Date.now()) return held;
    asking ??= ask(account, { key, tokenUrl }).finally(() => {
      asking = null;
    });
    const access = await asking;
    if (!('outcome' in access)) held = access;
    return access;
  };
}

type Asking = { key: ReturnType<typeof createPrivateKey>; tokenUrl: string };

async function ask(
  { clientEmail, timeoutMs }: Account,
  { key, tokenUrl }: Asking,
): Promise<Access | Failure> {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: clientEmail, scope: SCOPE, aud: GOOGLE_TOKENS, iat: now, exp: now + HOUR_S };
  const assertion = signJwt({ algorithm: 'RS256', key, claims });
  const form = { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion };
  const answer = await callVendor({
    url: tokenUrl,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
    timeoutMs,
  });
  // Asking for a token sends no message: silence is no doubt about one.
  if ('outcome' in answer) return { outcome: 'unreachable', detail: answer.detail };
  const access = answer.status === 200 ? granted.safeParse(answer.body).data : undefined;
  if (access) return { token: access.access_token, endsAt: Date.now() + access.expires_in * 1000 };
  const said = refusal.safeParse(answer.body).data;
  const detail = `Google gives no token: ${said?.error_description ?? said?.error ?? `HTTP ${answer.status}`}`;
  return { outcome: 'retry', code: answer.status >= 500 ? String(answer.status) : 'auth', detail };
}
