import { describe, expect, it } from 'vitest';
import { memoryStandinStore } from '../../test/memory-standin-store.ts';
import { openStandinOf } from '../../test/open-standin.ts';
import { openVendorWorld } from '../../test/open-vendor-world.ts';
import type { VendorReply } from '../../test/vendor-server.ts';
import { inbound } from '../../test/webhook-samples.ts';
import { describeChannel, describeProvider, outgoing } from '../contract.suite.ts';
import { createVoice } from './index.ts';

const address = (n: number) => `+6690000${String(n).padStart(4, '0')}`;
const SETTINGS = { accountSid: `AC${'a'.repeat(32)}`, authToken: 'token', from: '+15550100000' };
const PLACE = { webhookUrl: 'https://refrain.example/webhooks/t/a' };

describeChannel({
  channel: createVoice(memoryStandinStore()),
  addresses: [{ given: '090 000 0001', country: 'TH', canonical: '+66900000001' }],
  invalid: ['ann@example.com', '+66 90 000 0001 ext. 7'],
});
describeProvider({
  name: 'voice standin',
  isIdempotent: true,
  address,
  open: () => openStandinOf(createVoice),
});

const read = (xml: string) =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const open = (said?: VendorReply, place: typeof PLACE | undefined = PLACE, more: object = {}) =>
  openVendorWorld({
    open: (twilioApi) => {
      const { twilio } = createVoice({ ...memoryStandinStore(), twilioApi }).providers;
      return twilio!.open(twilio!.settings.parse({ ...SETTINGS, ...more }), place);
    },
    answer: (made) => said ?? { status: 201, body: { sid: `CA${String(made).padStart(32, '0')}` } },
    read: ({ body }) => {
      const form = new URLSearchParams(body);
      const text = read(/<Say[^>]*>([\s\S]*)<\/Say>/.exec(form.get('Twiml')!)![1]!);
      const messageId = new URL(form.get('StatusCallback')!).searchParams.get('message')!;
      return { messageId, to: form.get('To')!, content: { text } };
    },
  });

describeProvider({
  name: 'voice twilio',
  isIdempotent: false,
  address,
  open,
  carries: ({ text }) => ({ text }),
});

describe('a call by Twilio', () => {
  const content = { text: 'Zones: Bar & <Lobby>', language: 'th' };
  const twiml = (body: string) => new URLSearchParams(body).get('Twiml');

  it('speaks the text in its language, and listens where an answer can reach us', async () => {
    const world = await open(undefined, PLACE, { voice: 'Google.th-TH-Standard-A' });
    const message = outgoing(address(1), { content });
    await world.sender.send([message]);
    await world.close();
    const action = `https://refrain.example/webhooks/t/a?message=${message.messageId}`;
    expect(twiml(world.requests[0]!.body)).toBe(
      `<Response><Gather input="speech dtmf" numDigits="1" speechTimeout="auto" action="${action}" language="th-TH">` +
        '<Say voice="Google.th-TH-Standard-A" language="th-TH">Zones: Bar &amp; &lt;Lobby&gt;</Say></Gather></Response>',
    );
  });

  it('only speaks where nobody outside reaches us', async () => {
    const world = await open(undefined, { webhookUrl: 'http://localhost:3000/webhooks/t/a' });
    await world.sender.send([outgoing(address(1), { content: { text: 'Hi' } })]);
    await world.close();
    const body = world.requests[0]!.body;
    expect(twiml(body)).toBe('<Response><Say>Hi</Say></Response>');
    expect(body).not.toContain('StatusCallback');
  });

  it.each<[VendorReply, object]>([
    [{ status: 400, body: { code: 13224, message: 'no' } }, { suppress: 'no_such_address' }],
    [
      { status: 401, body: { code: 20003, message: 'no' } },
      { outcome: 'retry', code: 'auth' },
    ],
    [{ status: 500 }, { outcome: 'unknown' }],
    ['accept_then_silence', { outcome: 'unknown' }],
  ])('is judged by what Twilio says: %j', async (answer, result) => {
    const world = await open(answer);
    expect((await world.sender.send([outgoing(address(1))]))[0]).toMatchObject(result);
    await world.close();
  });
});

describe('what Twilio tells of a call', () => {
  const webhook = createVoice(memoryStandinStore()).providers.twilio!.webhook!;
  const told = (values: Record<string, string>) => {
    const request = inbound(new URLSearchParams({ CallSid: 'CA1', To: address(1), ...values }).toString());
    return webhook.parse({ ...request, url: `${request.url}?message=ours` });
  };

  it('is a receipt with our own id; who did not answer is not called again at once', () => {
    const base = { kind: 'receipt', providerId: 'CA1', messageId: 'ours' };
    expect(told({ CallStatus: 'completed', CallDuration: '31' })).toMatchObject([
      { ...base, status: 'delivered' },
    ]);
    for (const CallStatus of ['busy', 'no-answer'])
      expect(told({ CallStatus })).toMatchObject([{ ...base, status: 'failed', coolDownMs: 14_400_000 }]);
    expect(told({ CallStatus: 'failed' })).toMatchObject([{ status: 'failed' }]);
    expect(told({ CallStatus: 'ringing' })).toEqual([]);
  });

  it('is an answer where something was said, and a wish where the key for it was pressed', () => {
    expect(told({ CallStatus: 'in-progress', SpeechResult: 'stop calling me' })).toMatchObject([
      { kind: 'reply', from: address(1), text: 'stop calling me', inReplyTo: 'CA1' },
    ]);
    expect(told({ Digits: '9' })).toMatchObject([{ kind: 'opt_out', address: address(1), scope: 'all' }]);
    expect(told({ Digits: '1' })).toEqual([]);
    for (const body of ['', '\0', '{}']) expect(webhook.parse(inbound(body))).toEqual([]);
  });
});
