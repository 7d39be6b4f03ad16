import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { inbound, receivedAt } from '../../../test/webhook-samples.ts';
import { mailgunProvider } from './api.ts';

describe('what Mailgun tells', () => {
  const webhook = mailgunProvider({ limits: [] }).webhook!;
  const settings = {
    apiKey: 'x',
    domain: 'mg.example.com',
    region: 'us' as const,
    from: 'team@refrain.example',
    timeoutMs: 1000,
  };
  const signed = (event: object, { at = receivedAt.getTime() / 1000, key = 'signing key' } = {}) => {
    const [timestamp, token] = [String(at), 'a'.repeat(50)];
    const signature = createHmac('sha256', key)
      .update(timestamp + token)
      .digest('hex');
    return JSON.stringify({ signature: { timestamp, token, signature }, 'event-data': event });
  };
  const event = (more: object) => ({
    ...{ id: 'ev1', timestamp: 1_763_000_000.5, recipient: 'ann@example.com' },
    message: { headers: { 'message-id': '1@mg.example' } },
    'user-variables': { refrain_message: 'ours' },
    ...more,
  });
  const told = (more: object) => webhook.parse(inbound(signed(event(more))));

  it('counts only when it is signed, and young', () => {
    const isSigned = (body: string, key?: string) =>
      webhook.isSigned({ ...settings, webhookSigningKey: key }, inbound(body));
    expect(isSigned(signed({}), 'signing key')).toBe(true);
    expect(isSigned(signed({}, { key: 'another' }), 'signing key')).toBe(false);
    expect(isSigned(signed({}, { at: receivedAt.getTime() / 1000 - 3600 }), 'signing key')).toBe(false);
    expect(isSigned(signed({}))).toBe(false);
    expect(isSigned('{}', 'signing key')).toBe(false);
  });

  it('says what became of a mail, with our own id', () => {
    const base = { kind: 'receipt', providerId: '<1@mg.example>', messageId: 'ours', externalId: 'ev1' };
    const failed = (severity: string, code: number, message: string, reason = 'generic') =>
      told({ event: 'failed', severity, reason, 'delivery-status': { code, message } });
    expect(told({ event: 'delivered' })).toMatchObject([{ ...base, status: 'delivered' }]);
    expect(failed('permanent', 550, '5.1.1 no such user')).toMatchObject([{ ...base, status: 'bounced' }]);
    expect(failed('permanent', 552, '5.2.2 mailbox full')).toMatchObject([{ status: 'failed' }]);
    expect(failed('permanent', 605, '', 'suppress-bounce')).toMatchObject([{ status: 'bounced' }]);
    expect(failed('permanent', 605, '', 'suppress-unsubscribe')).toMatchObject([{ suppress: 'opted_out' }]);
    expect(failed('temporary', 450, '5.1.1 no such user')).toEqual([]);
    expect(told({ event: 'complained' })).toMatchObject([{ ...base, status: 'complained' }]);
    expect(told({ event: 'unsubscribed' })).toMatchObject([{ kind: 'opt_out', scope: 'all' }]);
    for (const silent of ['opened', 'clicked', 'accepted', 'stored'])
      expect(told({ event: silent })).toEqual([]);
    expect(webhook.parse(inbound('[]'))).toEqual([]);
  });
});
