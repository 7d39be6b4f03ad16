// A passkey in software: makes a key pair of its own and signs what a page asks, as an authenticator does.
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

const sha = (data: string | Uint8Array) => createHash('sha256').update(data).digest();
const b64 = (data: Uint8Array) => Buffer.from(data).toString('base64url');

/** As much of CBOR (RFC 8949) as a key and an attestation need. */
function cbor(value: unknown): Buffer {
  const head = (major: number, n: number) =>
    n < 24
      ? Buffer.from([(major << 5) | n])
      : n < 256
        ? Buffer.from([(major << 5) | 24, n])
        : Buffer.from([(major << 5) | 25, n >> 8, n & 255]);
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  const pairs = [...(value as Map<unknown, unknown>)];
  return Buffer.concat([head(5, pairs.length), ...pairs.flatMap(([key, item]) => [cbor(key), cbor(item)])]);
}

export type Asked = { challenge: string };

/** `isVerifying`: whether it asks for a finger or a number before it signs. */
export function createAuthenticator(origin: string, { isVerifying = true } = {}) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x, y } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(32);
  let count = 0;

  const clientData = (type: string, { challenge }: Asked, at = origin) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: at, crossOrigin: false }));
  function authData(attested = Buffer.alloc(0)): Buffer {
    const flags = 0x01 | (isVerifying ? 0x04 : 0) | (attested.length > 0 ? 0x40 : 0);
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(++count);
    return Buffer.concat([sha(new URL(origin).hostname), Buffer.from([flags]), counter, attested]);
  }
  const answer = (response: object) => ({
    ...{ id: b64(id), rawId: b64(id), type: 'public-key', clientExtensionResults: {} },
    response,
  });

  return {
    /** `navigator.credentials.create` */
    make(asked: Asked) {
      const key = cbor(
        new Map<number, unknown>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, Buffer.from(x!, 'base64url')],
          [-3, Buffer.from(y!, 'base64url')],
        ]),
      );
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key]);
      const attestation = cbor(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', authData(attested)],
        ]),
      );
      const data = clientData('webauthn.create', asked);
      return answer({
        clientDataJSON: b64(data),
        attestationObject: b64(attestation),
        transports: ['internal'],
      });
    },
    /** `navigator.credentials.get`, on another page where `at` says so */
    sign(asked: Asked, at = origin) {
      const data = clientData('webauthn.get', asked, at);
      const auth = authData();
      const signature = createSign('sha256').update(auth).update(sha(data)).sign(privateKey);
      return answer({
        clientDataJSON: b64(data),
        authenticatorData: b64(auth),
        signature: b64(signature),
      });
    },
  };
}
