import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hash,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

export const sha256 = (data: string | Uint8Array): string => hash('sha256', data);
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

/** The keys that wrap the keys of sealed values: the newest, by which new ones are wrapped, and all by their name. */
export type SealKeys = { current: string; byName: ReadonlyMap<string, Uint8Array> };

/** Keys derived from one secret; `address` is never rotated because suppressions are stored under it. */
export type Keyring = { address: Uint8Array; seal: SealKeys; code: Uint8Array; link: Uint8Array };

// The name of the key that comes from the secret itself, which is there from the first start on.
const FIRST = '0';

/**
 * `sealSecrets`: further secrets, the newest first. Values are sealed under the newest and opened under any, so that a
 * process which has one more than another gets on with it.
 */
export function createKeyring(secret: string, sealSecrets: readonly string[] = []): Keyring {
  const derive = (use: string, from = secret) => new Uint8Array(hkdfSync('sha256', from, 'refrain', use, 32));
  // The installation's own may stand among them: that is how it stays the newest while another one becomes known.
  const further = sealSecrets.map((one) => {
    const key = derive('seal', one);
    return [one === secret ? FIRST : nameOf(key), key] as const;
  });
  const byName = new Map<string, Uint8Array>([...further, [FIRST, derive('seal')]]);
  const current = further[0]?.[0] ?? FIRST;
  return {
    address: derive('address'),
    seal: { current, byName },
    code: derive('code'),
    link: derive('link'),
  };
}

/** Says which key it is and nothing about it. */
const nameOf = (key: Uint8Array): string => hmac(key, 'name').slice(0, 12);

const MARK = 'v2';

/**
 * Under a key of the value's own (AES-256-GCM), which is wrapped by the newest key of ours: `v2.<name>.<wrapped key>.<value>`,
 * each base64url of iv (12 bytes), tag (16 bytes) and ciphertext.
 */
export function seal(keys: SealKeys, plain: string): string {
  const own = randomBytes(32);
  return [MARK, keys.current, encrypt(keyOf(keys, keys.current), own), encrypt(own, Buffer.from(plain))].join(
    '.',
  );
}

/** Opens it, also what was sealed before values had keys of their own. Throws for anything that was changed. */
export function unseal(keys: SealKeys, sealed: string): string {
  const { name, wrapped, body } = partsOf(sealed);
  const own = wrapped === null ? keyOf(keys, FIRST) : decrypt(keyOf(keys, name), wrapped);
  return decrypt(own, body).toString('utf8');
}

/** The name of the key that wraps its key, by its first two pieces or all of it. */
export const sealedUnder = (sealed: string): string => {
  const [mark, name] = sealed.split('.');
  return mark === MARK && name ? name : FIRST;
};

/** The same value with its key wrapped by our newest one; itself where it is already. */
export function rewrap(keys: SealKeys, sealed: string): string {
  const { name, wrapped, body } = partsOf(sealed);
  if (wrapped === null) return seal(keys, unseal(keys, sealed));
  if (name === keys.current) return sealed;
  const own = decrypt(keyOf(keys, name), wrapped);
  return [MARK, keys.current, encrypt(keyOf(keys, keys.current), own), body].join('.');
}

function partsOf(sealed: string): { name: string; wrapped: string | null; body: string } {
  const [mark, name, wrapped, body] = sealed.split('.');
  return mark === MARK && name && wrapped && body
    ? { name, wrapped, body }
    : { name: FIRST, wrapped: null, body: sealed };
}

function keyOf({ byName }: SealKeys, name: string): Uint8Array {
  const key = byName.get(name);
  if (!key) throw new Error(`Something is sealed under the key ${name}, which this process does not have.`);
  return key;
}

const encrypt = (key: Uint8Array, plain: Uint8Array): string =>
  encryptUnder(keyObject(key), plain, '').toString('base64url');

const decrypt = (key: Uint8Array, sealed: string): Buffer =>
  decryptUnder(keyObject(key), Buffer.from(sealed, 'base64url'), '');

const [IV, TAG] = [12, 16];

// Asking the system for twelve bytes takes as long as encrypting an address: it is asked for a thousand ivs at once.
let ivs = Buffer.alloc(0);
let nextIv = 0;
function freshIv(): Buffer {
  if (nextIv === ivs.length) [ivs, nextIv] = [randomBytes(IV * 1000), 0];
  nextIv += IV;
  return ivs.subarray(nextIv - IV, nextIv);
}

/** AES-256-GCM: iv, tag and ciphertext. `about` is bound to them and not kept: whoever opens it has to know it. */
export function encryptUnder(key: KeyObject, plain: Uint8Array, about: string): Buffer {
  const iv = freshIv();
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  if (about) cipher.setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** Throws for anything that was changed, or was encrypted under another key or about something else. */
export function decryptUnder(key: KeyObject, bytes: Uint8Array, about: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV), { authTagLength: TAG });
  if (about) decipher.setAAD(Buffer.from(about));
  decipher.setAuthTag(bytes.subarray(IV, IV + TAG));
  return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]);
}
