import { createDecipheriv, createECDH, createPublicKey, hkdfSync, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { memoryStandinStore } from '../../test/memory-standin-store.ts';
import { openStandinOf } from '../../test/open-standin.ts';
import { openVendorWorld, type VendorWorld } from '../../test/open-vendor-world.ts';
import type { VendorReply } from '../../test/vendor-server.ts';
import { VENDOR, withoutVendor } from '../../test/vendors/specs.ts';
import { describeChannel, describeProvider, outgoing } from '../contract.suite.ts';
import { encryptFor } from './encrypt.ts';
import { createWebPush } from './index.ts';

const browser = createECDH('prime256v1');
browser.generateKeys();
const secret = Buffer.alloc(16, 7);
const [auth, p256dh] = [secret.toString('base64url'), browser.getPublicKey().toString('base64url')];
const line = (path: string, host = 'fcm.googleapis.com') =>
  `https://${host}/${path}#auth=${auth}&p256dh=${p256dh}`;
const address = (n: number) => line(`fcm/send/person-${n}`);
const json = (endpoint: string) =>
  JSON.stringify({ endpoint, expirationTime: null, keys: { p256dh: `${p256dh}=`, auth: `${auth}==` } });

describeChannel({
  channel: createWebPush(memoryStandinStore()),
  addresses: [
    { given: address(1), canonical: address(1) },
    { given: json('https://fcm.googleapis.com/fcm/send/person-1'), canonical: address(1) },
    {
      given: json('https://updates.push.services.mozilla.com/wpush/v2/gAAA'),
      canonical: line('wpush/v2/gAAA', 'updates.push.services.mozilla.com'),
    },
    { given: line('QGx', 'web.push.apple.com'), canonical: line('QGx', 'web.push.apple.com') },
  ],
  invalid: [
    'https://fcm.googleapis.com/fcm/send/1',
    address(1).replace('https:', 'http:'),
    line('x', 'localhost'),
    line('x', '169.254.169.254'),
    line('x', 'fcm.googleapis.com:8443'),
    line('x', 'user@fcm.googleapis.com'),
    line('x', 'fcm.googleapis.com.evil.example'),
    `${address(1)}x`,
    address(1).replace(p256dh, `A${p256dh.slice(1)}`),
    '{"endpoint":"https://fcm.googleapis.com/x"}',
  ],
});
describeProvider({
  name: 'web_push standin',
  isIdempotent: true,
  address,
  open: () => openStandinOf(createWebPush),
});

const OWN_KEY = Buffer.alloc(32, 3).toString('base64url');

/** What a browser makes of a message for it: only it can. */
function decrypt(body: Buffer): string {
  const [salt, own] = [body.subarray(0, 16), body.subarray(21, 86)];
  const shared = browser.computeSecret(own);
  const derive = (from: Uint8Array, bySalt: Uint8Array, info: Buffer, length: number) =>
    Buffer.from(hkdfSync('sha256', from, bySalt, info, length));
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), browser.getPublicKey(), own]);
  const input = derive(shared, secret, info, 32);
  const key = derive(input, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derive(input, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const cipher = createDecipheriv('aes-128-gcm', key, nonce);
  cipher.setAuthTag(body.subarray(-16));
  return Buffer.concat([cipher.update(body.subarray(86, -16)), cipher.final()])
    .subarray(0, -1)
    .toString();
}

const open = (said?: VendorReply): Promise<VendorWorld> =>
  openVendorWorld({
    open: (webPushApi) => {
      const { vapid } = createWebPush({ ...memoryStandinStore(), webPushApi }).providers;
      return vapid!.open(vapid!.settings.parse({ privateKey: OWN_KEY, contact: 'mailto:ops@example.com' }));
    },
    answer: (made) => said ?? { status: 201, headers: { location: `https://fcm.googleapis.com/m/${made}` } },
    read: ({ path, raw }) => {
      const { title: subject, body: text, message: messageId } = JSON.parse(decrypt(raw));
      return { messageId, to: line(path.slice(1)), content: { subject, text } };
    },
  });

describeProvider({
  name: 'web_push vapid',
  isIdempotent: false,
  address,
  open,
  carries: ({ subject = '', text }) => ({ subject, text }),
});

describe('a push to a browser', () => {
  it('says who we are, to the service that is asked and nobody else', async () => {
    const world = await open();
    await world.sender.send([outgoing(address(1))]);
    await world.close();
    const { headers } = world.requests[0]!;
    expect(headers).toMatchObject({ ttl: '86400', 'content-encoding': 'aes128gcm' });
    const [, token, k] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(headers.authorization ?? '')!;
    const [head, claims, signature] = token!.split('.') as [string, string, string];
    const told = JSON.parse(Buffer.from(claims, 'base64url').toString());
    expect(told).toMatchObject({ aud: 'https://fcm.googleapis.com', sub: 'mailto:ops@example.com' });
    expect(told.exp - Date.now() / 1000).toBeLessThan(24 * 3600);
    const point = Buffer.from(k!, 'base64url');
    const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'));
    const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: x!, y: y! }, format: 'jwk' });
    const bytes = Buffer.from(`${head}.${claims}`);
    const isOurs = verify(
      'sha256',
      bytes,
      { key, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    );
    expect(isOurs).toBe(true);
  });

  it.each<[VendorReply, object]>([
    [{ status: 410 }, { outcome: 'rejected', suppress: 'no_such_address' }],
    [{ status: 404 }, { outcome: 'rejected', suppress: 'no_such_address' }],
    [{ status: 413 }, { outcome: 'rejected', code: '413' }],
    [{ status: 401 }, { outcome: 'retry', code: 'auth' }],
    [
      { status: 429, headers: { 'retry-after': '9' } },
      { outcome: 'retry', retryAfterMs: 9000 },
    ],
    [{ status: 502 }, { outcome: 'unknown' }],
    ['accept_then_silence', { outcome: 'unknown' }],
  ])('is judged by what the service says: %j', async (answer, result) => {
    const world = await open(answer);
    expect((await world.sender.send([outgoing(address(1))]))[0]).toMatchObject(result);
    await world.close();
  });

  it.skipIf(withoutVendor !== '')(`is encrypted as RFC 8291’s own example is${withoutVendor}`, () => {
    const known = JSON.parse(readFileSync(join(VENDOR, 'signatures/vectors.json'), 'utf8'))[
      'webpush-rfc8291'
    ];
    const bytes = (name: string) => Buffer.from(known[name], 'base64url');
    const body = encryptFor(
      { publicKey: bytes('ua_public'), secret: bytes('auth') },
      { plain: known.plaintext, drawn: { salt: bytes('salt'), privateKey: bytes('as_private') } },
    );
    expect(body.toString('base64url')).toBe(known.body);
  });
});
