import { createHmac } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startVendor, type VendorReply } from '../../test/vendor-server.ts';
import { outgoing } from '../contract.suite.ts';
import type { Inbound, Outgoing } from '../contract.ts';
import { META_API } from '../meta/graph.ts';
import { cloudProvider } from './cloud.ts';

const limits = [{ perMs: 1000, max: 1 }];
const settings = {
  phoneNumberId: '106540352242922',
  accessToken: 'token',
  appSecret: 'app secret',
  verifyToken: 'chosen by us',
  apiVersion: 'v23.0',
  timeoutMs: 1000,
};
const TO = '+66900000001';

const opened: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.stop();
});

async function send(answer: VendorReply, message: Outgoing = outgoing(TO)) {
  const vendor = await startVendor(() => answer);
  opened.push(vendor);
  const [result] = await cloudProvider({ limits, baseUrl: vendor.url }).open(settings).send([message]);
  return { result, request: vendor.requests[0]! };
}
const accepted = { status: 200, body: { messaging_product: 'whatsapp', messages: [{ id: 'wamid.X' }] } };
const refused = (code: number, status = 400): VendorReply => ({
  status,
  body: { error: { message: `(#${code})`, code, error_data: { details: `about ${code}` } } },
});

describe('a message by the Cloud API', () => {
  it('carries the text as it is, to the number, with our id to come back', async () => {
    const message = outgoing(TO);
    const { result, request } = await send(accepted, message);
    expect(result).toEqual({ outcome: 'submitted', providerId: 'wamid.X' });
    expect([request.method, request.path]).toEqual(['POST', '/v23.0/106540352242922/messages']);
    expect(request.headers.authorization).toBe('Bearer token');
    expect(JSON.parse(request.body)).toEqual({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: TO,
      biz_opaque_callback_data: message.messageId,
      type: 'text',
      text: { preview_url: false, body: message.content.text },
    });
  });

  it('goes to who hides their number by the id that the business has for them', async () => {
    const { request } = await send(accepted, outgoing('US.13491208655302741918'));
    const body = JSON.parse(request.body);
    expect([body.recipient, body.to]).toEqual(['US.13491208655302741918', undefined]);
  });

  it('goes by its approved template where it has one', async () => {
    const template = { name: 'renewal', language: 'en', parameters: ['Hilton Rayong', '30 October 2027'] };
    const { request } = await send(accepted, outgoing(TO, { content: { text: 'as read', template } }));
    expect(JSON.parse(request.body)).toMatchObject({
      type: 'template',
      template: {
        name: 'renewal',
        language: { code: 'en' },
        components: [
          {
            type: 'body',
            parameters: [
              { type: 'text', text: 'Hilton Rayong' },
              { type: 'text', text: '30 October 2027' },
            ],
          },
        ],
      },
    });
  });

  it('has its picture in the template’s header, or above its words', async () => {
    const image = { url: 'https://refrain.example.org/i/1.png', alternative: 'A terrace' };
    const template = { name: 'renewal', language: 'en', parameters: [] };
    const led = await send(accepted, outgoing(TO, { content: { text: 'as read', template, image } }));
    expect(JSON.parse(led.request.body).template.components).toEqual([
      { type: 'header', parameters: [{ type: 'image', image: { link: image.url } }] },
    ]);
    const free = await send(accepted, outgoing(TO, { content: { text: 'as read', image } }));
    expect(JSON.parse(free.request.body)).toMatchObject({
      type: 'image',
      image: { link: image.url, caption: 'as read' },
    });
  });

  it.each<[string, VendorReply, object]>([
    ['is unknown after silence: it may have gone out', 'accept_then_silence', { outcome: 'unknown' }],
    ['is unknown after an answer that is not the API’s', { status: 502 }, { outcome: 'unknown' }],
    ['is unknown when what accepted it named no id', { status: 200, body: {} }, { outcome: 'unknown' }],
    [
      'waits a little between two messages to one person',
      refused(131056),
      { outcome: 'retry', retryAfterMs: 7000 },
    ],
    ['waits when the number carries no more', refused(130429), { outcome: 'retry', code: '130429' }],
    ['waits an hour under a spam brake', refused(131048), { outcome: 'retry', retryAfterMs: 3_600_000 }],
    ['waits for a token that works', refused(190, 401), { outcome: 'retry', code: 'auth' }],
    ['waits for a payment', refused(131042), { outcome: 'retry', code: 'auth' }],
    [
      'ends for who stopped marketing',
      refused(131050),
      { outcome: 'rejected', suppress: 'marketing_stopped' },
    ],
  ])('%s', async (_what, answer, result) => {
    expect((await send(answer)).result).toMatchObject(result);
  });

  it.each([131047, 131049, 131026, 130472])(
    'is refused for now with %i, for this channel alone, and the person is not suppressed',
    async (code) => {
      const { result } = await send(refused(code));
      const coolDownMs = expect.any(Number);
      expect(result).toEqual({
        outcome: 'rejected',
        code: String(code),
        detail: `about ${code}`,
        coolDownMs,
      });
    },
  );

  it('is refused for what it says', async () => {
    expect((await send(refused(132001))).result).toEqual({
      outcome: 'rejected',
      code: '132001',
      detail: 'about 132001',
    });
  });
});

const webhook = cloudProvider({ limits, baseUrl: META_API }).webhook!;
const inbound = (body: string, changes: Partial<Inbound> = {}): Inbound => ({
  method: 'POST',
  url: 'https://refrain.example/webhooks/a/b',
  headers: {},
  body: Buffer.from(body),
  receivedAt: new Date(0),
  ...changes,
});
const value = (one: object) =>
  JSON.stringify({ entry: [{ id: '1', changes: [{ field: 'messages', value: one }] }] });

describe('what Meta tells', () => {
  it('is answered once, to who knows the chosen word', () => {
    const ask = (token: string, method: 'GET' | 'POST' = 'GET') =>
      webhook.challenge!(
        settings,
        inbound('', {
          method,
          url: `https://refrain.example/w?hub.mode=subscribe&hub.verify_token=${encodeURIComponent(token)}&hub.challenge=1158201444`,
        }),
      );
    expect(ask('chosen by us')).toBe('1158201444');
    expect([ask('guessed'), ask(''), ask('chosen by us', 'POST')]).toEqual([null, null, null]);
  });

  it('counts only when these very bytes are signed, in any script', () => {
    const body = value({ messages: [{ text: { body: 'ตกลงครับ' } }] });
    const carried = (text: string) => ({
      headers: {
        'x-hub-signature-256': `sha256=${createHmac('sha256', 'app secret').update(text).digest('hex')}`,
      },
    });
    expect(webhook.isSigned(settings, inbound(body, carried(body)))).toBe(true);
    expect(webhook.isSigned(settings, inbound(`${body} `, carried(body)))).toBe(false);
    expect(webhook.isSigned({ ...settings, appSecret: 'another' }, inbound(body, carried(body)))).toBe(false);
    for (const headers of [{}, { 'x-hub-signature-256': 'sha256=' }, { 'x-hub-signature-256': '' }])
      expect(webhook.isSigned(settings, inbound(body, { headers }))).toBe(false);
  });

  it.each<[unknown, number | null | undefined]>([
    ['TIER_250', 250],
    ['TIER_2K', 2000],
    [100_000, 100_000],
    ['TIER_UNLIMITED', null],
    [-1, null],
    ['TIER_SOON', undefined],
    [0, undefined],
  ])(
    'of what the portfolio may send (%s) is a limit of a day',
    (max_daily_conversations_per_business, max) => {
      const change = { field: 'business_capability_update', value: { max_daily_conversations_per_business } };
      const body = JSON.stringify({ entry: [{ id: '77', time: 1_763_000_000, changes: [change] }] });
      const at = new Date(1_763_000_000_000);
      const told = {
        kind: 'limit',
        perMs: 86_400_000,
        max,
        instead: 1000,
        externalId: 'limit:77:1763000000000',
        at,
      };
      expect(webhook.parse(inbound(body))).toEqual(max === undefined ? [] : [told]);
    },
  );

  it('of a message is a receipt with both ids, and the reason where it failed', () => {
    const status = (name: string, more = {}) => ({
      id: 'wamid.X',
      status: name,
      timestamp: '1763000000',
      ...more,
    });
    const errors = [{ code: 131049, title: 'healthy ecosystem' }];
    const statuses = [
      status('sent'),
      status('delivered', { biz_opaque_callback_data: 'ours' }),
      status('read'),
      status('failed', { errors }),
      status('something new'),
    ];
    const base = { kind: 'receipt', providerId: 'wamid.X', at: new Date(1_763_000_000_000) };
    expect(webhook.parse(inbound(value({ statuses })))).toEqual([
      { ...base, status: 'delivered', externalId: 'wamid.X:delivered', messageId: 'ours' },
      { ...base, status: 'read', externalId: 'wamid.X:read' },
      {
        ...base,
        status: 'failed',
        externalId: 'wamid.X:failed',
        detail: '131049 healthy ecosystem',
        coolDownMs: 86_400_000,
      },
    ]);
  });

  it('of marketing that a person switched off or on is a wish', () => {
    const wish = (word: string) => ({
      wa_id: '66900000001',
      category: 'marketing_messages',
      value: word,
      timestamp: 1_763_000_000,
    });
    const told = webhook.parse(
      inbound(value({ user_preferences: [wish('stop'), wish('resume'), wish('maybe')] })),
    );
    expect(told.map((one) => [one.kind, 'address' in one && one.address])).toEqual([
      ['opt_out', TO],
      ['opt_in', TO],
    ]);
  });

  it('of somebody who hides their number is told by the id that the business has for them', () => {
    const from_user_id = 'US.13491208655302741918';
    const hidden = { id: 'wamid.h', timestamp: '1763000000', type: 'text', text: { body: 'yes' } };
    expect(webhook.parse(inbound(value({ messages: [{ ...hidden, from_user_id }] })))).toMatchObject([
      { kind: 'reply', from: from_user_id, text: 'yes' },
    ]);
    const stop = { category: 'marketing_messages', value: 'stop', timestamp: '1763000000' };
    expect(
      webhook.parse(inbound(value({ user_preferences: [{ ...stop, user_id: from_user_id }] }))),
    ).toMatchObject([{ kind: 'opt_out', address: from_user_id, scope: 'marketing' }]);
    expect(webhook.parse(inbound(value({ messages: [hidden], user_preferences: [stop] })))).toEqual([]);
    const known = { ...hidden, from: '66900000001', from_user_id };
    const status = { id: 'wamid.h', status: 'read', timestamp: '1763000000' };
    const told = value({
      messages: [known],
      statuses: [{ ...status, recipient_id: '66900000001', recipient_user_id: from_user_id }],
      user_preferences: [{ ...stop, wa_id: '66900000001', user_id: from_user_id }],
    });
    expect(webhook.parse(inbound(told)).map(({ samePerson }) => samePerson)).toEqual(
      Array(3).fill([TO, from_user_id]),
    );
  });

  it('in a shape that nobody knows is left', () => {
    for (const body of ['', 'null', '{"entry":7}', value({ messages: [null, {}, { id: 'x' }] }), '\0'])
      expect(webhook.parse(inbound(body))).toEqual([]);
  });
});

const SAMPLES = join(import.meta.dirname, '../../../shared/vendor/meta/examples/webhooks');
const why = existsSync(SAMPLES) ? '' : ' (the vendor’s samples are not beside this folder)';

describe.skipIf(why !== '')(`what Meta tells, by its own samples${why}`, () => {
  it('is read: words and pressed buttons are answers with what they answer, the rest is left', () => {
    const told = Object.fromEntries(
      readdirSync(SAMPLES).map((name) => {
        const events = webhook.parse(inbound(readFileSync(join(SAMPLES, name), 'utf8')));
        return [name.replace('.json', ''), events.map((one) => (one.kind === 'reply' ? one.text : one.kind))];
      }),
    );
    expect(told['text-message']).toEqual(['Does it come in another color?']);
    expect(told['button-message']).toEqual(['Unsubscribe']);
    expect(told['interactive-button-reply-message']).toEqual(['Cancel']);
    for (const silent of ['image-message', 'location-message', 'reaction-message', 'unsupported-message'])
      expect(told[silent]).toEqual([]);
  });
});
