import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startVendor, type VendorReply, type VendorRequest } from '../../test/vendor-server.ts';
import { VENDOR, withoutVendor } from '../../test/vendors/specs.ts';
import { outgoing } from '../contract.suite.ts';
import type { Inbound } from '../contract.ts';
import { TWILIO_API } from '../twilio/account.ts';
import { twilioProvider } from './twilio.ts';

const limits = [{ perMs: 1000, max: 1 }];
const settings = {
  accountSid: `AC${'a'.repeat(32)}`,
  authToken: '12345',
  messagingServiceSid: `MG${'b'.repeat(32)}`,
  timeoutMs: 1000,
};
const TO = '+66900000001';
const SID = `SM${'c'.repeat(32)}`;

const opened: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.stop();
});

async function open(answer: (request: VendorRequest) => VendorReply, webhookUrl?: string) {
  const vendor = await startVendor(answer);
  opened.push(vendor);
  const place = webhookUrl ? { webhookUrl } : undefined;
  return { vendor, sender: twilioProvider({ limits, baseUrl: vendor.url }).open(settings, place) };
}
const accepted = { status: 201, body: { sid: SID, status: 'accepted' } };
const refused = (code: number, status = 400): VendorReply => ({
  status,
  body: { code, message: `about ${code}`, status },
});
const sendOne = async (answer: VendorReply) =>
  (await (await open(() => answer)).sender.send([outgoing(TO)]))[0];

describe('a message by Twilio', () => {
  it('goes by the messaging service, as it was approved, and its reports come back to us with our id', async () => {
    const { vendor, sender } = await open(() => accepted, 'https://refrain.example/webhooks/t/a');
    const message = outgoing(TO);
    expect(await sender.send([message])).toEqual([{ outcome: 'submitted', providerId: SID }]);
    const [request] = vendor.requests;
    expect([request?.method, request?.path]).toEqual([
      'POST',
      `/2010-04-01/Accounts/${settings.accountSid}/Messages.json`,
    ]);
    const basic = Buffer.from(`${settings.accountSid}:12345`).toString('base64');
    expect(request?.headers.authorization).toBe(`Basic ${basic}`);
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      To: TO,
      MessagingServiceSid: settings.messagingServiceSid,
      Body: message.content.text,
      SmartEncoded: 'false',
      StatusCallback: `https://refrain.example/webhooks/t/a?message=${message.messageId}`,
    });
  });

  it('names no address for reports that nobody outside can reach', async () => {
    const { vendor, sender } = await open(() => accepted, 'http://localhost:3000/webhooks/t/a');
    await sender.send([outgoing(TO)]);
    expect(vendor.requests[0]?.body).not.toContain('StatusCallback');
  });

  it.each<[string, VendorReply, object]>([
    ['is unknown after silence', 'accept_then_silence', { outcome: 'unknown' }],
    ['is unknown after a fault there', refused(20500, 500), { outcome: 'unknown' }],
    ['is unknown after an answer that is not the API’s', { status: 502 }, { outcome: 'unknown' }],
    ['is unknown when what took it named no id', { status: 201, body: {} }, { outcome: 'unknown' }],
    ['waits when there were too many', refused(20429, 429), { outcome: 'retry', retryAfterMs: 5000 }],
    ['waits under a code that nobody knows', refused(1, 429), { outcome: 'retry', code: '1' }],
    ['waits for a token that works', refused(20003, 401), { outcome: 'retry', code: 'auth' }],
    ['waits for a number in the service', refused(21703), { outcome: 'retry', code: 'auth' }],
    ['ends for who wrote STOP to Twilio', refused(21610), { outcome: 'rejected', suppress: 'opted_out' }],
    ['ends at a landline', refused(21635), { outcome: 'rejected', suppress: 'no_such_address' }],
    ['may go another way from a region that is closed', refused(21408), { coolDownMs: 2_592_000_000 }],
    ['is refused for what it says', refused(21617), { outcome: 'rejected', code: '21617' }],
  ])('%s', async (_what, answer, result) => {
    expect(await sendOne(answer)).toMatchObject(result);
  });
});

describe('a message whose submit fell silent', () => {
  const attemptedAt = new Date('2026-11-21T03:00:00Z');
  const message = { ...outgoing(TO), attemptedAt };
  const listed = (body: string, created = '2026-11-21T03:00:01Z', more = {}) => ({
    ...{ sid: SID, body, direction: 'outbound-api', date_created: new Date(created).toUTCString() },
    ...more,
  });
  const look = async (messages: object[], more: object = {}) =>
    (await open(() => ({ status: 200, body: { messages, ...more } }))).sender.lookup!(message);

  it('was sent where the list has these words to the person since', async () => {
    const { vendor, sender } = await open(() => ({
      status: 200,
      body: { messages: [listed(message.content.text)] },
    }));
    expect(await sender.lookup!(message)).toEqual({ outcome: 'submitted', providerId: SID });
    const asked = new URL(vendor.requests[0]!.path, 'http://x').searchParams;
    expect(Object.fromEntries(asked)).toEqual({ To: TO, PageSize: '100' });
  });

  it('was never sent where nothing went to the person since', async () => {
    expect(await look([])).toEqual({ outcome: 'absent' });
    const before = listed(message.content.text, '2026-11-20T03:00:00Z');
    const theirs = listed('hello', '2026-11-21T03:00:05Z', { direction: 'inbound' });
    expect(await look([theirs, before], { next_page_uri: '/x' })).toEqual({ outcome: 'absent' });
  });

  it('stays unknown where that cannot be told', async () => {
    expect(await look([listed('other words')])).toEqual({ outcome: 'unknown' });
    const same = listed(message.content.text);
    expect(await look([same, same])).toEqual({ outcome: 'unknown' });
    expect(await look([], { next_page_uri: '/2010-04-01/more.json' })).toEqual({ outcome: 'unknown' });
    for (const answer of [{ status: 500 }, { status: 200, body: [] }, 'accept_then_silence'] as const) {
      const { sender } = await open(() => answer);
      expect(await sender.lookup!(message)).toEqual({ outcome: 'unknown' });
    }
    const { sender } = await open(() => ({ status: 200, body: { messages: [] } }));
    expect(await sender.lookup!(outgoing(TO))).toEqual({ outcome: 'unknown' });
  });
});

const webhook = twilioProvider({ limits, baseUrl: TWILIO_API }).webhook!;
const URL_OF_OURS = 'https://refrain.example/webhooks/t/a';
const receivedAt = new Date('2026-11-21T03:00:00Z');
type Given = { url?: string; signature?: string | undefined };
const inbound = (body: string, { url = URL_OF_OURS, signature }: Given = {}): Inbound => ({
  method: 'POST',
  url,
  headers: signature === undefined ? {} : { 'x-twilio-signature': signature },
  body: Buffer.from(body),
  receivedAt,
});
const form = (values: Record<string, string>) => new URLSearchParams(values).toString();

describe('what Twilio tells', () => {
  const signed = (values: Record<string, string>) => {
    const text = Object.keys(values)
      .sort()
      .reduce((so_far, name) => so_far + name + values[name], URL_OF_OURS);
    return createHmac('sha1', '12345').update(text).digest('base64');
  };

  it('counts only when every byte of it is signed', () => {
    const values = { MessageSid: SID, MessageStatus: 'delivered', From: 'ไทย & more' };
    const signature = signed(values);
    const body = form(values);
    expect(webhook.isSigned(settings, inbound(body, { signature }))).toBe(true);
    expect(webhook.isSigned(settings, inbound(body))).toBe(false);
    for (let at = 0; at < body.length; at += 3) {
      const changed = `${body.slice(0, at)}${body[at] === 'x' ? 'y' : 'x'}${body.slice(at + 1)}`;
      expect(webhook.isSigned(settings, inbound(changed, { signature }))).toBe(false);
    }
    const url = `${URL_OF_OURS}?message=another`;
    expect(webhook.isSigned(settings, inbound(body, { signature, url }))).toBe(false);
    expect(webhook.isSigned({ ...settings, authToken: '12346' }, inbound(body, { signature }))).toBe(false);
  });

  it('of a message is a receipt with our own id; what is only on its way is none', () => {
    const told = (MessageStatus: string, more = {}) =>
      webhook.parse(
        inbound(form({ MessageSid: SID, MessageStatus, ...more }), { url: `${URL_OF_OURS}?message=ours` }),
      );
    const base = { kind: 'receipt', providerId: SID, messageId: 'ours', at: receivedAt };
    expect(told('delivered')).toEqual([{ ...base, status: 'delivered', externalId: `${SID}:delivered` }]);
    expect(told('failed', { ErrorCode: '30006' })).toMatchObject([
      { ...base, status: 'bounced', suppress: 'no_such_address', detail: '30006' },
    ]);
    expect(told('undelivered', { ErrorCode: '30003' })).toMatchObject([
      { status: 'failed', coolDownMs: 86_400_000 },
    ]);
    expect(told('failed', { ErrorCode: '21610' })).toMatchObject([
      { status: 'failed', suppress: 'opted_out' },
    ]);
    for (const early of ['queued', 'accepted', 'sending', 'sent', 'scheduled', 'unheard']) {
      expect(told(early)).toEqual([]);
    }
  });

  it('of a person’s words is an answer, and a wish where Twilio acts on it', () => {
    const told = (Body: string, more = {}) =>
      webhook
        .parse(inbound(form({ MessageSid: SID, From: TO, Body, SmsStatus: 'received', ...more })))
        .map(({ kind }) => kind);
    expect(told('when is the end?')).toEqual(['reply']);
    for (const word of ['STOP', ' stopall ', 'Unsubscribe', 'REVOKE', 'optout', 'CANCEL', 'end', 'quit'])
      expect(told(word)).toEqual(['opt_out', 'reply']);
    expect(told('please leave me', { OptOutType: 'STOP' })).toEqual(['opt_out', 'reply']);
    expect(told('START')).toEqual(['opt_in', 'reply']);
    // Twilio takes "yes" for a new start; from somebody who was asked a question it is none.
    expect(told('yes')).toEqual(['reply']);
  });

  it('in a shape that nobody knows is left', () => {
    for (const body of ['', '\0', '{"a":1}', 'MessageSid=', 'MessageStatus=delivered', 'Body=hi'])
      expect(webhook.parse(inbound(body))).toEqual([]);
  });

  it.skipIf(withoutVendor !== '')(`is signed as its published examples are${withoutVendor}`, () => {
    const { twilio } = JSON.parse(readFileSync(join(VENDOR, 'signatures/vectors.json'), 'utf8'));
    expect(twilio.vectors.length).toBeGreaterThan(10);
    for (const { url, params = twilio.params, body, signature, valid } of twilio.vectors) {
      const given = inbound(body ?? form(params), { url, signature });
      expect([url, webhook.isSigned({ ...settings, authToken: twilio.authToken }, given)]).toEqual([
        url,
        valid,
      ]);
    }
    const { params, url, signature } = twilio.unverified_array_vector;
    const repeated = inbound(new URLSearchParams(params).toString(), { url, signature });
    expect(webhook.isSigned({ ...settings, authToken: twilio.authToken }, repeated)).toBe(true);
  });
});
