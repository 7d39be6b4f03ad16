import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startVendor, type VendorReply, type VendorRequest } from '../../test/vendor-server.ts';
import { outgoing } from '../contract.suite.ts';
import type { Inbound } from '../contract.ts';
import { LINE_API, lineProvider } from './messaging-api.ts';

const limits = [{ perMs: 1000, max: 1 }];
const settings = { channelAccessToken: 'token', channelSecret: 'test_secret', timeoutMs: 1000 };
const ALICE = `U${'a'.repeat(32)}`;

const opened: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.stop();
});

async function open(answer: (request: VendorRequest) => VendorReply, quota: object = { type: 'none' }) {
  const vendor = await startVendor((request) => {
    if (request.method === 'POST') return answer(request);
    const isLimit = request.path.endsWith('/quota');
    return { status: 200, body: isLimit ? quota : { totalUsage: 998 } };
  });
  opened.push(vendor);
  return { vendor, sender: lineProvider({ limits, baseUrl: vendor.url }).open(settings) };
}
const sent = { sentMessages: [{ id: '461230966842064897', quoteToken: 'q' }] };
const sendOne = async (answer: VendorReply) =>
  (await (await open(() => answer)).sender.send([outgoing(ALICE)]))[0];

describe('the messages of the month', () => {
  it('are counted first: what is beyond them waits, and is not refused', async () => {
    const taken = () => ({ status: 200, body: sent });
    const { vendor, sender } = await open(taken, { type: 'limited', value: 1000 });
    const batch = Array.from({ length: 3 }, (_, n) => outgoing(`U${String(n).padStart(32, '0')}`));
    const results = await sender.send(batch);
    expect(results.map(({ outcome }) => outcome)).toEqual(['submitted', 'submitted', 'retry']);
    expect(results[2]).toMatchObject({ code: 'quota', retryAfterMs: 86_400_000 });
    expect(await sender.send([outgoing(ALICE)])).toMatchObject([{ outcome: 'retry', code: 'quota' }]);
    expect(vendor.requests.filter(({ method }) => method === 'POST')).toHaveLength(2);
  });

  it('that cannot be read hold nothing up', async () => {
    const { sender } = await open(() => ({ status: 200, body: sent }), { type: 'unheard' });
    expect(await sender.send([outgoing(ALICE)])).toMatchObject([{ outcome: 'submitted' }]);
  });
});

describe('a push to LINE', () => {
  it('carries the text, the person and a key by which a second one is known', async () => {
    const { vendor, sender } = await open(() => ({ status: 200, body: sent }));
    const message = outgoing(ALICE);
    expect(await sender.send([message])).toEqual([
      { outcome: 'submitted', providerId: '461230966842064897' },
    ]);
    const [request] = vendor.requests.filter(({ method }) => method === 'POST');
    expect([request?.method, request?.path]).toEqual(['POST', '/v2/bot/message/push']);
    expect(request?.headers).toMatchObject({
      authorization: 'Bearer token',
      'x-line-retry-key': message.idempotencyKey,
    });
    expect(JSON.parse(request?.body ?? '')).toEqual({
      to: ALICE,
      messages: [{ type: 'text', text: message.content.text }],
    });
  });

  it('shows the card that was frozen, as it was', async () => {
    const { vendor, sender } = await open(() => ({ status: 200, body: sent }));
    const card = { altText: 'Dear Arthit', contents: { type: 'bubble', body: { type: 'box' } } };
    await sender.send([outgoing(ALICE, { content: { text: 'Dear Arthit', card } })]);
    expect(JSON.parse(vendor.requests.find(({ method }) => method === 'POST')?.body ?? '').messages).toEqual([
      { type: 'flex', ...card },
    ]);
  });

  it('answers each message in its place, however many', async () => {
    const { sender } = await open(({ body }) => ({
      status: 200,
      body: { sentMessages: [{ id: JSON.parse(body).to }] },
    }));
    const batch = Array.from({ length: 45 }, (_, n) => outgoing(`U${String(n).padStart(32, '0')}`));
    const results = await sender.send(batch);
    expect(results).toEqual(batch.map(({ to }) => ({ outcome: 'submitted', providerId: to })));
  });

  it('that arrived before is the same one, not a second', async () => {
    expect(
      await sendOne({ status: 409, body: { message: 'The retry key is already accepted', ...sent } }),
    ).toEqual({
      outcome: 'submitted',
      providerId: '461230966842064897',
    });
  });

  it.each<[string, VendorReply, object]>([
    [
      'is tried again after silence: the key makes that harmless',
      'accept_then_silence',
      { outcome: 'retry', code: 'no_answer' },
    ],
    [
      'is tried again after a fault there',
      { status: 500, body: { message: 'Internal' } },
      { outcome: 'retry', code: '500' },
    ],
    [
      'waits when there were too many',
      {
        status: 429,
        body: { message: 'The API rate limit has been exceeded.' },
        headers: { 'retry-after': '7' },
      },
      { outcome: 'retry', code: '429', retryAfterMs: 7000 },
    ],
    [
      'waits a day when the quota of the month is used up',
      { status: 429, body: { message: 'You have reached your monthly limit.' } },
      { outcome: 'retry', code: '429', retryAfterMs: 86_400_000 },
    ],
    [
      'waits for a token that works',
      { status: 401, body: { message: 'Authentication failed' } },
      { outcome: 'retry', code: 'auth' },
    ],
    [
      'is refused where nobody is',
      {
        status: 400,
        body: { message: 'The property has errors', details: [{ message: 'invalid', property: 'to' }] },
      },
      { outcome: 'rejected', code: '400', suppress: 'no_such_address' },
    ],
    [
      'is refused for what it says',
      {
        status: 400,
        body: {
          message: 'The request body has 1 error(s)',
          details: [{ message: 'too long', property: 'messages[0].text' }],
        },
      },
      { outcome: 'rejected', code: '400', detail: 'The request body has 1 error(s) too long' },
    ],
    [
      'goes to nobody else by a redirect',
      { status: 302, headers: { location: 'https://elsewhere.example' } },
      { outcome: 'rejected', code: '302' },
    ],
  ])('%s', async (_what, answer, result) => {
    const got = await sendOne(answer);
    expect(got).toMatchObject(result);
    if ('code' in result && result.code === '400' && !('suppress' in result))
      expect(got).not.toHaveProperty('suppress');
  });

  it('never left us where nothing listens', async () => {
    const { vendor, sender } = await open(() => ({ status: 200, body: sent }));
    await vendor.stop();
    expect(await sender.send([outgoing(ALICE)])).toMatchObject([{ outcome: 'unreachable' }]);
  });
});

const webhook = lineProvider({ limits, baseUrl: LINE_API }).webhook!;
const inbound = (body: string, signature?: string): Inbound => ({
  method: 'POST',
  url: 'https://refrain.example/webhooks/a/b',
  headers: signature === undefined ? {} : { 'x-line-signature': signature },
  body: Buffer.from(body),
  receivedAt: new Date(0),
});

const VENDOR = join(import.meta.dirname, '../../../shared/vendor');
const why = existsSync(VENDOR) ? '' : ' (the vendors’ samples are not beside this folder)';

describe.skipIf(why !== '')(`what LINE tells, by its own samples${why}`, () => {
  it('counts only when it is signed', () => {
    const { line } = JSON.parse(readFileSync(join(VENDOR, 'signatures/vectors.json'), 'utf8'));
    expect(line.vectors.length).toBeGreaterThan(3);
    for (const { secret, body, signature, valid } of line.vectors)
      expect(webhook.isSigned({ ...settings, channelSecret: secret }, inbound(body, signature))).toBe(valid);
    expect(webhook.isSigned(settings, inbound('{}'))).toBe(false);
  });

  it('is read whatever it is: texts and blocks are events, everything else is left', () => {
    const folder = join(VENDOR, 'line/webhook-samples');
    const kinds = readdirSync(folder).flatMap((name) => {
      const events = webhook.parse(inbound(readFileSync(join(folder, name), 'utf8')));
      return events.map(({ kind }) => `${name} ${kind}`);
    });
    expect(kinds).toContain('text-user.json reply');
    expect(kinds).toContain('unfollow.json opt_out');
    expect(kinds.filter((kind) => /unknown|sticker|beacon|^follow/.test(kind))).toEqual([]);
  });
});

describe('what LINE tells', () => {
  const told = (event: object) =>
    webhook.parse(inbound(JSON.stringify({ destination: 'U', events: [event] })));
  const base = {
    timestamp: 1_763_000_000_000,
    webhookEventId: '01H',
    source: { type: 'user', userId: ALICE },
  };

  it('of an answer names who, what and which message it quotes', () => {
    const message = { id: '9', type: 'text', text: 'ได้ครับ', quotedMessageId: '461230966842064897' };
    expect(told({ ...base, type: 'message', message })).toEqual([
      {
        kind: 'reply',
        from: ALICE,
        text: 'ได้ครับ',
        inReplyTo: '461230966842064897',
        externalId: '01H',
        at: new Date(1_763_000_000_000),
      },
    ]);
  });

  it('in a group, in another shape or in no JSON at all is nobody’s answer', () => {
    const message = { id: '9', type: 'text', text: 'hi' };
    expect(told({ ...base, type: 'message', message, source: { type: 'group', groupId: 'C1' } })).toEqual([]);
    for (const body of ['', '[]', '{"events":{}}', '{"events":[null,7,{}]}', '\0'])
      expect(webhook.parse(inbound(body))).toEqual([]);
  });
});
