import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { memoryStandinStore } from '../../test/memory-standin-store.ts';
import { openStandinOf } from '../../test/open-standin.ts';
import { openVendorWorld } from '../../test/open-vendor-world.ts';
import type { VendorReply } from '../../test/vendor-server.ts';
import { VENDOR, withoutVendor } from '../../test/vendors/specs.ts';
import { inbound, spoiled } from '../../test/webhook-samples.ts';
import { describeChannel, describeProvider, outgoing } from '../contract.suite.ts';
import { createWebhook } from './index.ts';

const address = (n: number) => `user-${n}`;
const secret = `whsec_${Buffer.alloc(24, 5).toString('base64')}`;
const SETTINGS = { url: 'https://hooks.example.com/refrain', secret };

describeChannel({
  channel: createWebhook(memoryStandinStore()),
  addresses: [
    { given: 'User-7', canonical: 'User-7' },
    { given: 'auth0|5f7c', canonical: 'auth0|5f7c' },
  ],
  invalid: ['a b', 'é', '"quoted"', 'x'.repeat(201)],
});
describeProvider({
  name: 'webhook standin',
  isIdempotent: true,
  address,
  open: () => openStandinOf(createWebhook),
});

const open = (said?: VendorReply) => {
  const seen = new Set<string>();
  return openVendorWorld({
    open: (webhookTo) => {
      const { standard } = createWebhook({ ...memoryStandinStore(), webhookTo }).providers;
      return standard!.open(standard!.settings.parse({ ...SETTINGS, timeoutMs: 2000 }));
    },
    answer: (_made, { headers, raw }) => {
      new Webhook(secret).verify(raw, headers as Record<string, string>);
      return said ?? { status: 204 };
    },
    // The other program knows a message by its id.
    read: ({ headers, body }) => {
      const id = String(headers['webhook-id']);
      if (seen.has(id)) return null;
      seen.add(id);
      const { to, text } = JSON.parse(body).data;
      return { messageId: id, to, content: { text } };
    },
  });
};

describeProvider({
  name: 'webhook standard',
  isIdempotent: true,
  address,
  open,
  carries: ({ text }) => ({ text }),
});

describe('a message to another program', () => {
  it.each<[VendorReply, object]>([
    ['accept_then_silence', { outcome: 'retry', code: 'no_answer' }],
    [{ status: 503 }, { outcome: 'retry', code: '503' }],
    [
      { status: 429, headers: { 'retry-after': '4' } },
      { outcome: 'retry', retryAfterMs: 4000 },
    ],
    [{ status: 410 }, { outcome: 'retry', code: 'auth' }],
    [{ status: 422 }, { outcome: 'rejected', code: '422' }],
    [
      { status: 302, headers: { location: 'https://elsewhere.example' } },
      { outcome: 'rejected', code: '302' },
    ],
  ])('is tried again where that harms nobody: %j', async (answer, result) => {
    const world = await open(answer);
    expect((await world.sender.send([outgoing(address(1))]))[0]).toMatchObject(result);
    await world.close();
  });

  it.skipIf(withoutVendor !== '')(`is signed as the standard’s own example is${withoutVendor}`, () => {
    const { standardwebhooks } = JSON.parse(readFileSync(join(VENDOR, 'signatures/vectors.json'), 'utf8'));
    const webhook = createWebhook(memoryStandinStore()).providers.standard!.webhook!;
    for (const vector of standardwebhooks.vectors) {
      const at = new Date(Number(vector.timestamp) * 1000);
      expect(new Webhook(vector.secret).sign(vector.id, at, vector.body)).toBe(vector.signature);
      // An old one counts no more, however well it is signed.
      const headers = {
        'webhook-id': vector.id,
        'webhook-timestamp': String(vector.timestamp),
        'webhook-signature': vector.signature,
      };
      expect(webhook.isSigned({ ...SETTINGS, secret: vector.secret }, inbound(vector.body, headers))).toBe(
        false,
      );
    }
  });

  it('goes to the public Internet only', async () => {
    const { settings, open: openWith } = createWebhook(memoryStandinStore()).providers.standard!;
    for (const url of [
      'http://hooks.example.com/',
      'https://localhost/',
      'https://127.0.0.1/',
      'https://10.0.0.8/x',
      'https://169.254.169.254/latest/meta-data',
      'https://[::1]/',
      'https://[::ffff:10.0.0.1]/',
      'https://intranet/',
      'ftp://hooks.example.com/',
    ])
      expect(settings.safeParse({ ...SETTINGS, url }).success, url).toBe(false);
    // A public name that leads home.
    const sender = openWith(settings.parse({ ...SETTINGS, url: 'https://localhost.localdomain/' }));
    const [result] = await sender.send([outgoing(address(1))]);
    expect(['unreachable', 'retry']).toContain(result?.outcome);
    await sender.close();
  });
});

describe('what another program tells', () => {
  const webhook = createWebhook(memoryStandinStore()).providers.standard!.webhook!;
  const id = '0190b1c0-0000-7000-8000-000000000001';
  const request = (told: object, key = secret) => {
    const body = JSON.stringify({ timestamp: '2026-11-21T03:00:00Z', ...told });
    const now = new Date();
    return inbound(body, {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook(key).sign('msg_1', now, body),
    });
  };
  const told = (type: string, data: object) => webhook.parse(request({ type, data }));

  it('counts only with every byte, under the shared secret', () => {
    const good = request({ type: 'message.delivered', data: { id } });
    expect(webhook.isSigned(SETTINGS, good)).toBe(true);
    for (const changed of spoiled(Buffer.from(good.body).toString()))
      expect(webhook.isSigned(SETTINGS, { ...good, body: Buffer.from(changed) })).toBe(false);
    const another = `whsec_${Buffer.alloc(24, 6).toString('base64')}`;
    expect(webhook.isSigned(SETTINGS, request({}, another))).toBe(false);
    expect(webhook.isSigned(SETTINGS, inbound('{}'))).toBe(false);
  });

  it('is what became of a message, what a person wrote, and what they want', () => {
    const at = new Date('2026-11-21T03:00:00Z');
    expect(told('message.delivered', { id })).toEqual([
      { kind: 'receipt', status: 'delivered', providerId: id, messageId: id, externalId: 'msg_1', at },
    ]);
    expect(told('message.received', { from: 'user-1', text: 'yes', inReplyTo: id })).toMatchObject([
      { kind: 'reply', from: 'user-1', text: 'yes', inReplyTo: id },
    ]);
    expect(told('contact.opted_out', { address: 'user-1' })).toMatchObject([
      { kind: 'opt_out', address: 'user-1', scope: 'all' },
    ]);
    expect(told('message.exploded', { id })).toEqual([]);
    expect(told('message.read', { id: 'mine' })).toEqual([]);
    expect(webhook.parse(inbound('[]'))).toEqual([]);
  });
});
