import { generateKeyPairSync, sign } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { startVendor, type VendorReply } from '../../test/vendor-server.ts';
import { inbound, receivedAt, spoiled } from '../../test/webhook-samples.ts';
import { describeProvider, type Opened, outgoing } from '../contract.suite.ts';
import { telnyxProvider } from './telnyx.ts';

const TO = '+66900000001';
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function open(answer?: VendorReply): Promise<Opened & { body(): Record<string, unknown> }> {
  let made = 0;
  const taken = () => ({ status: 200, body: { data: { id: `4031-${++made}`, to: [{ status: 'queued' }] } } });
  const vendor = await startVendor(() => answer ?? taken());
  stops.push(vendor.stop);
  const provider = telnyxProvider({ limits: [], baseUrl: vendor.url });
  const sender = provider.open(
    provider.settings.parse({ apiKey: 'KEY', messagingProfileId: '400153cb-d5e2-4b6b-b6b1-d9b2cbb5d3f1' }),
    { webhookUrl: 'https://refrain.example/webhooks/t/a' },
  );
  return {
    sender,
    body: () => JSON.parse(vendor.requests[0]!.body),
    arrived: async () =>
      vendor.requests.map(({ body }) => {
        const { to, text, webhook_url } = JSON.parse(body);
        return { messageId: new URL(webhook_url).searchParams.get('message')!, to, content: { text } };
      }),
    close: () => sender.close(),
  };
}

describeProvider({
  name: 'sms telnyx',
  isIdempotent: false,
  address: (n) => `+6690000${String(n).padStart(4, '0')}`,
  open,
  carries: ({ text }) => ({ text }),
});

describe('a message by Telnyx', () => {
  it('goes by the messaging profile, as it was approved, and its reports come back with our id', async () => {
    const { sender, body } = await open();
    const message = outgoing(TO);
    expect(await sender.send([message])).toEqual([{ outcome: 'submitted', providerId: '4031-1' }]);
    expect(body()).toEqual({
      to: TO,
      messaging_profile_id: '400153cb-d5e2-4b6b-b6b1-d9b2cbb5d3f1',
      type: 'SMS',
      text: message.content.text,
      webhook_url: `https://refrain.example/webhooks/t/a?message=${message.messageId}`,
      use_profile_webhooks: false,
    });
  });

  const refused = (code: string, status = 400) => ({ status, body: { errors: [{ code, title: 'no' }] } });
  it.each<[string, VendorReply, object]>([
    ['is unknown after silence', 'accept_then_silence', { outcome: 'unknown' }],
    ['is unknown after a fault there', { status: 500, body: {} }, { outcome: 'unknown' }],
    [
      'waits when there were too many',
      { status: 429, headers: { 'retry-after': '3' } },
      { retryAfterMs: 3000 },
    ],
    ['waits for a key that works', refused('10009', 401), { outcome: 'retry', code: 'auth' }],
    ['ends for who wrote STOP to it', refused('40300'), { outcome: 'rejected', suppress: 'opted_out' }],
    ['ends where no such number is', refused('40310'), { outcome: 'rejected', suppress: 'no_such_address' }],
    ['may go another way past a carrier', refused('40002'), { coolDownMs: 2_592_000_000 }],
    ['is refused for what it says', refused('40302'), { outcome: 'rejected', code: '40302' }],
  ])('%s', async (_what, answer, result) => {
    const { sender } = await open(answer);
    expect((await sender.send([outgoing(TO)]))[0]).toMatchObject(result);
  });
});

describe('what Telnyx tells', () => {
  const webhook = telnyxProvider({ limits: [], baseUrl: 'http://localhost' }).webhook!;
  const event = (event_type: string, payload: object) =>
    JSON.stringify({ data: { id: 'ev1', event_type, occurred_at: '2026-11-21T03:00:00Z', payload } });

  it('counts only when it is young and every byte of it is signed', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const key = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64');
    const settings = { apiKey: 'k', messagingProfileId: 'p', timeoutMs: 1, publicKey: key };
    const signed = (body: string, at = receivedAt.getTime() / 1000) => ({
      'telnyx-timestamp': String(at),
      'telnyx-signature-ed25519': sign(null, Buffer.from(`${at}|${body}`), privateKey).toString('base64'),
    });
    const body = event('message.finalized', { id: 'm', to: [{ status: 'delivered' }] });
    expect(webhook.isSigned(settings, inbound(body, signed(body)))).toBe(true);
    for (const changed of spoiled(body))
      expect(webhook.isSigned(settings, inbound(changed, signed(body)))).toBe(false);
    const old = signed(body, receivedAt.getTime() / 1000 - 600);
    expect(webhook.isSigned(settings, inbound(body, old))).toBe(false);
    expect(webhook.isSigned({ ...settings, publicKey: undefined }, inbound(body, signed(body)))).toBe(false);
    expect(webhook.isSigned(settings, inbound(body))).toBe(false);
  });

  it('of a message is a receipt with our own id; of what is on its way it is none', () => {
    const told = (status: string, errors: object[] = [], kind = 'message.finalized') => {
      const request = inbound(event(kind, { id: 'm1', to: [{ status }], errors }));
      return webhook.parse({ ...request, url: `${request.url}?message=ours` });
    };
    const base = { kind: 'receipt', providerId: 'm1', messageId: 'ours' };
    expect(told('delivered')).toMatchObject([{ ...base, status: 'delivered' }]);
    expect(told('delivery_failed', [{ code: '40008' }])).toMatchObject([
      { status: 'failed', coolDownMs: 86_400_000 },
    ]);
    expect(told('sending_failed', [{ code: '40310' }])).toMatchObject([{ status: 'bounced' }]);
    expect(told('delivery_failed', [{ code: '40300' }])).toMatchObject([{ suppress: 'opted_out' }]);
    expect(told('delivery_unconfirmed')).toEqual([]);
    expect(told('delivered', [], 'message.sent')).toEqual([]);
  });

  it('of a person’s words is an answer, and a wish where carriers act on it', () => {
    const told = (text: string) =>
      webhook.parse(inbound(event('message.received', { id: 'm2', from: { phone_number: TO }, text })));
    expect(told('when?')).toMatchObject([{ kind: 'reply', from: TO, text: 'when?', externalId: 'm2' }]);
    expect(told(' Stop ').map(({ kind }) => kind)).toEqual(['opt_out', 'reply']);
    expect(told('START').map(({ kind }) => kind)).toEqual(['opt_in', 'reply']);
    for (const body of ['', '[]', '{"data":7}', event('message.received', {})])
      expect(webhook.parse(inbound(body))).toEqual([]);
  });
});
