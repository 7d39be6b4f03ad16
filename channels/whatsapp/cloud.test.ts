import { afterEach, describe, expect, it } from 'vitest';
import { LIMITS, SETTINGS } from '../../test/cloud-settings.ts';
import { startVendor, type VendorReply } from '../../test/vendor-server.ts';
import { outgoing } from '../contract.suite.ts';
import type { Outgoing } from '../contract.ts';
import { cloudProvider } from './cloud.ts';

const TO = '+66900000001';

const opened: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.stop();
});

async function send(answer: VendorReply, message: Outgoing = outgoing(TO)) {
  const vendor = await startVendor(() => answer);
  opened.push(vendor);
  const [result] = await cloudProvider({ limits: LIMITS, baseUrl: vendor.url })
    .open(SETTINGS)
    .send([message]);
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
    [
      'waits an hour where the template is paused, which is said of all of it',
      refused(132015),
      { outcome: 'retry', retryAfterMs: 3_600_000, isTemplate: true },
    ],
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
    expect((await send(refused(132000))).result).toEqual({
      outcome: 'rejected',
      code: '132000',
      detail: 'about 132000',
    });
  });
});
