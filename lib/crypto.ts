import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
export const hmac = (key: Uint8Array, data: string): string =>
  createHmac('sha256', keyObject(key)).update(data).digest('hex');

const keyObjects = new WeakMap<Uint8Array, KeyObject>();

/** Making the object costs more than a hash of an address, and an import hashes millions under one key. */
export function keyObject(key: Uint8Array): KeyObject {
  const known = keyObjects.get(key) ?? createSecretKey(key);
  keyObjects.set(key, known);
  return known;
}
export const randomToken = (bytes = 24): string => randomBytes(bytes).toString('base64url');

export function equalInConstantTime(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(sha256(a)), Buffer.from(sha256(b))];
  return timingSafeEqual(x, y);
}

/** Keys derived from one secret; `address` is never rotated because suppressions are stored under it. */
export type Keyring = { address: Uint8Array; seal: Uint8Array; code: Uint8Array; link: Uint8Array };

export function createKeyring(secret: string): Keyring {
  const derive = (use: string) => new Uint8Array(hkdfSync('sha256', secret, 'refrain', use, 32));
  return { address: derive('address'), seal: derive('seal'), code: derive('code'), link: derive('link') };
}

/** AES-256-GCM; the answer is base64url of iv (12 bytes), tag (16 bytes) and ciphertext. */
export function seal(key: Uint8Array, plain: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

export function unseal(key: Uint8Array, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}
