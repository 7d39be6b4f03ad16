import { type KeyObject, sign } from 'node:crypto';

type Jwt = { algorithm: 'RS256' | 'ES256'; key: KeyObject; claims: Record<string, unknown>; keyId?: string };

/** A JSON Web Token (RFC 7519) of ours; times in the claims are seconds. */
export function signJwt({ algorithm, key, claims, keyId }: Jwt): string {
  const header = { alg: algorithm, typ: 'JWT', ...(keyId ? { kid: keyId } : {}) };
  const signed = [header, claims].map((part) => encode(JSON.stringify(part))).join('.');
  // RFC 7518 3.4: the two numbers of an ECDSA signature side by side.
  const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' });
  return `${signed}.${encode(signature)}`;
}

const encode = (data: string | Uint8Array): string => Buffer.from(data).toString('base64url');
