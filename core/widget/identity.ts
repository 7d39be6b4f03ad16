// Who looks at the widget, as the workspace's own program vouches: a JSON Web Token (RFC 7519) under HS256, the form that
// every language has a library for. Nothing else of that standard is understood, "none" least of all.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { hmac, type Keyring } from '../../lib/crypto.ts';

const claims = z.object({
  /** The workspace's slug. */
  iss: z.string().min(1).max(100),
  /** The e-mail address of one of its people; with the role `customer`, of a customer's contact. */
  sub: z.string().min(3).max(254),
  role: z.literal('customer').optional(),
  /** Seconds since 1970. */
  exp: z.int().positive(),
});
export type IdentityClaims = z.infer<typeof claims>;

const HEADER = z.object({ alg: z.literal('HS256'), typ: z.literal('JWT').optional() });
const MOST_CHARACTERS = 2000;

/** What a workspace signs with; another number is another secret, and the one before is worth nothing. */
export const widgetSecret = (keys: Keyring, { tenantId, number }: { tenantId: string; number: number }) =>
  hmac(keys.link, `widget ${tenantId} ${number}`);

export function signIdentity(secret: string, payload: IdentityClaims): string {
  const signed = [{ alg: 'HS256', typ: 'JWT' }, payload].map(encode).join('.');
  return `${signed}.${signature(secret, signed).toString('base64url')}`;
}

/** Who the token names, before anything of it is believed: only to find the secret. Null when it is none. */
export function readIdentity(token: string): IdentityClaims | null {
  const [head = '', body = '', , rest] = token.split('.');
  if (token.length > MOST_CHARACTERS || rest !== undefined) return null;
  const payload = claims.safeParse(decode(body));
  return HEADER.safeParse(decode(head)).success && payload.success ? payload.data : null;
}

/** Whether this secret signed it. */
export function isSignedBy(secret: string, token: string): boolean {
  const end = token.lastIndexOf('.');
  const given = Buffer.from(token.slice(end + 1), 'base64url');
  const due = signature(secret, token.slice(0, end));
  return given.length === due.length && timingSafeEqual(given, due);
}

const signature = (secret: string, signed: string): Buffer =>
  createHmac('sha256', secret).update(signed).digest();

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
