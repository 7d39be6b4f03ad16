// RFC 8291: what only the browser can read, over RFC 8188's aes128gcm, in one record.
import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';

/** What is drawn anew for each message; given by the test of the standard's own example only. */
export type Drawn = { salt: Uint8Array; privateKey?: Uint8Array };

type Reader = { publicKey: Uint8Array; secret: Uint8Array };

// What every push service takes as a whole.
const RECORD_SIZE = 4096;

export function encryptFor(
  { publicKey, secret }: Reader,
  { plain, drawn = { salt: randomBytes(16) } }: { plain: string; drawn?: Drawn },
): Buffer {
  const ours = createECDH('prime256v1');
  if (drawn.privateKey) ours.setPrivateKey(drawn.privateKey);
  else ours.generateKeys();
  const shared = ours.computeSecret(publicKey);
  const own = ours.getPublicKey();
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, own]);
  const input = derive({ from: shared, salt: secret, info, length: 32 });
  const { salt } = drawn;
  const key = derive({ from: input, salt, info: Buffer.from('Content-Encoding: aes128gcm\0'), length: 16 });
  const nonce = derive({ from: input, salt, info: Buffer.from('Content-Encoding: nonce\0'), length: 12 });
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(RECORD_SIZE);
  return Buffer.concat([
    salt,
    size,
    Buffer.of(own.length),
    own,
    // The last record ends with a 2.
    cipher.update(Buffer.concat([Buffer.from(plain), Buffer.of(2)])),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
}

type Derived = { from: Uint8Array; salt: Uint8Array; info: Uint8Array; length: number };
const derive = ({ from, salt, info, length }: Derived): Buffer =>
  Buffer.from(hkdfSync('sha256', from, salt, info, length));
