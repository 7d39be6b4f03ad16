import { generateKeyPairSync, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { memoryStandinStore } from '../../test/memory-standin-store.ts';
import { openStandinOf } from '../../test/open-standin.ts';
import { openVendorWorld, type VendorWorld } from '../../test/open-vendor-world.ts';
import type { VendorReply, VendorRequest } from '../../test/vendor-server.ts';
import { VENDOR, withoutVendor } from '../../test/vendors/specs.ts';
import { describeChannel, describeProvider, outgoing } from '../contract.suite.ts';
import { createPush } from './index.ts';

const token = (n: number) => `${String(n).padStart(20, 'c')}:APA91b${'Qx-_9'.repeat(20)}`;

describeChannel({
  channel: createPush(memoryStandinStore()),
  addresses: [{ given: token(1), canonical: token(1) }],
  invalid: [
    'ann@example.com',
    '+66900000001',
    'short:token',
    `${token(1)} x`,
    'a'.repeat(2000),
    'ก'.repeat(100),
  ],
});
describeProvider({
  name: 'push standin',
  isIdempotent: true,
  address: token,
  open: () => openStandinOf(createPush),
});

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const SETTINGS = {
  projectId: 'sample-project',
  clientEmail: 'sender@sample-project.iam.example.com',
  privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  timeoutMs: 2000,
};
const isToken = ({ path }: VendorRequest) => path === '/token';

function open(
  said?: VendorReply,
  granted: VendorReply = { status: 200, body: { access_token: 'at', expires_in: 3600 } },
): Promise<VendorWorld> {
  return openVendorWorld({
    open: (baseUrl) => {
      const { fcm } = createPush({
        ...memoryStandinStore(),
        fcmApi: baseUrl,
        googleTokens: `${baseUrl}/token`,
      }).providers;
      return fcm!.open(fcm!.settings.parse(SETTINGS));
    },
    answer: (made, request) =>
      isToken(request)
        ? granted
        : (said ?? { status: 200, body: { name: `projects/sample-project/messages/${made}` } }),
    read: (request) => {
      if (isToken(request)) return null;
      const { message } = JSON.parse(request.body);
      const { title: subject, body: text } = message.notification;
      return { messageId: message.data.refrain_message, to: message.token, content: { subject, text } };
    },
  });
}

describeProvider({
  name: 'push fcm',
  isIdempotent: false,
  address: token,
  open,
  carries: ({ subject = '', text }) => ({ subject, text }),
});

describe('a push by FCM', () => {
  it('goes with one token for all, signed by the service account, and says where a tap leads', async () => {
    const world = await open();
    const link = { url: 'sampleapp://offers/7', label: 'See it' };
    const batch = [1, 2, 3].map((n) => outgoing(token(n), { content: { subject: 'Hi', text: 'You', link } }));
    await world.sender.send(batch);
    await world.close();
    const asked = world.requests.filter(isToken);
    expect(asked).toHaveLength(1);
    const assertion = new URLSearchParams(asked[0]!.body).get('assertion')!;
    const [head, claims, signature] = assertion.split('.') as [string, string, string];
    const bytes = Buffer.from(`${head}.${claims}`);
    expect(verify('sha256', bytes, publicKey, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      iss: SETTINGS.clientEmail,
      aud: 'https://oauth2.googleapis.com/token',
    });
    const sent = world.requests.find((request) => !isToken(request))!;
    expect(sent.path).toBe('/v1/projects/sample-project/messages:send');
    expect(sent.headers.authorization).toBe('Bearer at');
    expect(JSON.parse(sent.body).message.data).toEqual({
      refrain_message: batch.find(({ to }) => to === JSON.parse(sent.body).message.token)!.messageId,
      link: 'sampleapp://offers/7',
    });
  });

  const error = (status: number, code: string, errorCode?: string, message = 'no') => ({
    status,
    body: {
      error: {
        ...{ status: code, message },
        details: errorCode
          ? [{ '@type': 'type.googleapis.com/google.firebase.fcm.v1.FcmError', errorCode }]
          : [],
      },
    },
  });
  it.each<[string, VendorReply, object]>([
    ['ends where the app is gone', error(404, 'NOT_FOUND', 'UNREGISTERED'), { suppress: 'no_such_address' }],
    [
      'ends where the token is another project’s',
      error(403, 'PERMISSION_DENIED', 'SENDER_ID_MISMATCH'),
      { suppress: 'no_such_address' },
    ],
    ['waits for a permission', error(403, 'PERMISSION_DENIED'), { outcome: 'retry', code: 'auth' }],
    [
      'waits when there were too many',
      error(429, 'RESOURCE_EXHAUSTED', 'QUOTA_EXCEEDED'),
      { outcome: 'retry', retryAfterMs: 60_000 },
    ],
    ['waits while it is away', error(503, 'UNAVAILABLE', 'UNAVAILABLE'), { outcome: 'retry' }],
    ['is unknown after a fault there', error(500, 'INTERNAL', 'INTERNAL'), { outcome: 'unknown' }],
    ['is unknown after silence', 'accept_then_silence', { outcome: 'unknown' }],
  ])('%s', async (_what, answer, result) => {
    const world = await open(answer);
    expect((await world.sender.send([outgoing(token(1))]))[0]).toMatchObject(result);
    await world.close();
  });

  it.each<[string, VendorReply, object]>([
    ['is refused', { status: 400, body: { error: 'invalid_grant' } }, { outcome: 'retry', code: 'auth' }],
    ['does not come', 'accept_then_silence', { outcome: 'unreachable' }],
  ])('never left us where a token %s', async (_what, granted, result) => {
    const world = await open(undefined, granted);
    expect((await world.sender.send([outgoing(token(1))]))[0]).toMatchObject(result);
    expect(await world.arrived()).toEqual([]);
    await world.close();
  });

  it.skipIf(withoutVendor !== '')(
    `tells a bad token from a bad payload as Google’s examples do${withoutVendor}`,
    async () => {
      const told = async (name: string) => {
        const body = JSON.parse(readFileSync(join(VENDOR, 'fcm', name), 'utf8'));
        const world = await open({ status: 400, body });
        const [result] = await world.sender.send([outgoing(token(1))]);
        await world.close();
        return result;
      };
      expect(await told('error-invalid-token.json')).toMatchObject({
        outcome: 'rejected',
        suppress: 'no_such_address',
      });
      const payload = await told('error-invalid-argument-badrequest.json');
      expect(payload).toMatchObject({ outcome: 'rejected', code: 'INVALID_ARGUMENT' });
      expect(payload).not.toHaveProperty('suppress');
    },
  );

  it('takes no key that is none', () => {
    const { settings } = createPush(memoryStandinStore()).providers.fcm!;
    expect(settings.safeParse(SETTINGS).success).toBe(true);
    expect(settings.safeParse({ ...SETTINGS, privateKey: 'secret' }).success).toBe(false);
  });
});
