import { createSign, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VENDOR, withoutVendor } from '../../../test/vendors/specs.ts';
import { inbound, mailReports, spoiled } from '../../../test/webhook-samples.ts';
import { sendgridProvider } from './api.ts';

describe('what SendGrid tells', () => {
  const webhook = sendgridProvider({ limits: [], baseUrl: 'http://localhost' }).webhook!;
  const settings = { apiKey: 'x', from: 'team@refrain.example', timeoutMs: 1000 };
  const event = (more: object) => ({
    ...{ email: 'ann@example.com', timestamp: 1_763_000_000, sg_event_id: 'e1' },
    ...{ sg_message_id: 'abc.filter0001.x', refrain_message: 'ours', ...more },
  });
  const told = (...events: object[]) => webhook.parse(inbound(JSON.stringify(events)));

  it.skipIf(withoutVendor !== '')(`is signed as its published examples are${withoutVendor}`, () => {
    const { sendgrid } = JSON.parse(readFileSync(join(VENDOR, 'signatures/vectors.json'), 'utf8'));
    for (const { publicKey, timestamp, body, signature, valid } of sendgrid.vectors) {
      const headers = {
        'x-twilio-email-event-webhook-signature': signature,
        'x-twilio-email-event-webhook-timestamp': timestamp,
      };
      // Its example ends with a line.
      const bodies = [body, `${body}\r\n`].map((one) =>
        webhook.isSigned({ ...settings, webhookPublicKey: publicKey }, inbound(one, headers)),
      );
      expect(bodies.includes(true)).toBe(valid);
    }
  });

  it('counts only with every byte, under the key of the account', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const webhookPublicKey = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
    const body = JSON.stringify([event({ event: 'delivered' })]);
    const signature = createSign('sha256').update(`1763000000${body}`).sign(privateKey, 'base64');
    const headers = {
      'x-twilio-email-event-webhook-signature': signature,
      'x-twilio-email-event-webhook-timestamp': '1763000000',
    };
    const isSigned = (text: string, more = headers, key: string | undefined = webhookPublicKey) =>
      webhook.isSigned({ ...settings, webhookPublicKey: key }, inbound(text, more));
    expect(isSigned(body)).toBe(true);
    for (const changed of spoiled(body)) expect(isSigned(changed)).toBe(false);
    expect(isSigned(body, { ...headers, 'x-twilio-email-event-webhook-timestamp': '1763000001' })).toBe(
      false,
    );
    expect(webhook.isSigned(settings, inbound(body, headers))).toBe(false);
    expect(webhook.isSigned({ ...settings, webhookPublicKey: 'bm9uZQ==' }, inbound(body, headers))).toBe(
      false,
    );
  });

  it('says what became of a mail, with our own id', () => {
    const base = { kind: 'receipt', providerId: 'abc', messageId: 'ours', externalId: 'e1' };
    const gone = { event: 'bounce', type: 'bounce', status: '5.1.1', reason: '550 user unknown' };
    expect(told(event(gone))).toMatchObject([{ ...base, status: 'bounced' }]);
    expect(told(event({ ...gone, type: 'blocked' }))).toMatchObject([{ status: 'failed' }]);
    expect(told(event({ event: 'dropped', reason: 'Bounced Address' }))).toMatchObject([
      { status: 'bounced' },
    ]);
    expect(told(event({ event: 'dropped', reason: 'Unsubscribed Address' }))).toMatchObject([
      { status: 'failed', suppress: 'opted_out' },
    ]);
    expect(told(event({ event: 'unsubscribe' }))).toMatchObject([
      { kind: 'opt_out', address: 'ann@example.com', scope: 'all' },
    ]);
    for (const silent of ['processed', 'deferred', 'open', 'click', 'unheard'])
      expect(told(event({ event: silent }))).toEqual([]);
    expect(webhook.parse(inbound('{}'))).toEqual([]);
    expect(told({ event: 7 }, event({ event: 'delivered' }))).toHaveLength(1);
  });

  it.skipIf(withoutVendor !== '')(`is read in real reports${withoutVendor}`, () => {
    expect(mailReports('sendgrid', (body) => webhook.parse(inbound(body)))).toMatchObject({
      '12': ['failed'],
      '13': ['delivered'],
      '14': ['failed'],
      '15': ['complained'],
      '16': ['complained'],
      '17': ['complained'],
    });
  });
});
