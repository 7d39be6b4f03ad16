import { createHmac, timingSafeEqual } from 'node:crypto';

type Signed = { algorithm: 'sha1' | 'sha256'; secret: string; bytes: Uint8Array | string };

/** Compares the HMAC of the bytes with what the request carries, in constant time; nothing carried is not signed. */
export function isSignedWith({ algorithm, secret, bytes }: Signed, carried: Uint8Array | undefined): boolean {
  const own = createHmac(algorithm, secret).update(bytes).digest();
  return carried !== undefined && carried.length === own.length && timingSafeEqual(own, carried);
}
