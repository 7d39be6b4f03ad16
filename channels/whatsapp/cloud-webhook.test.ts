import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LIMITS, SETTINGS } from '../../test/cloud-settings.ts';
import { VENDOR, withoutVendor } from '../../test/vendors/specs.ts';
import { inbound } from '../../test/webhook-samples.ts';
import { META_API } from '../meta/graph.ts';
import { cloudProvider } from './cloud.ts';

const TO = '+66900000001';
const webhook = cloudProvider({ limits: LIMITS, baseUrl: META_API }).webhook!;
const value = (one: object) =>
  JSON.stringify({ entry: [{ id: '1', changes: [{ field: 'messages', value: one }] }] });

describe('what Meta tells', () => {
  it('is answered once, to who knows the chosen word', () => {
    const ask = (token: string, method: 'GET' | 'POST' = 'GET') =>
      webhook.challenge!(SETTINGS, {
        ...inbound(''),
        method,
        url: `https://refrain.example/w?hub.mode=subscribe&hub.verify_token=${encodeURIComponent(token)}&hub.challenge=1158201444`,
      });
    expect(ask('chosen by us')).toBe('1158201444');
    expect([ask('guessed'), ask(''), ask('chosen by us', 'POST')]).toEqual([null, null, null]);
  });

  it('counts only when these very bytes are signed, in any script', () => {
    const body = value({ messages: [{ text: { body: 'ตกลงครับ' } }] });
    const carrying = (signature: string) => ({ 'x-hub-signature-256': signature });
    const carried = (text: string) =>
      carrying(`sha256=${createHmac('sha256', 'app secret').update(text).digest('hex')}`);
    expect(webhook.isSigned(SETTINGS, inbound(body, carried(body)))).toBe(true);
    expect(webhook.isSigned(SETTINGS, inbound(`${body} `, carried(body)))).toBe(false);
    expect(webhook.isSigned({ ...SETTINGS, appSecret: 'another' }, inbound(body, carried(body)))).toBe(false);
    for (const headers of [{}, carrying('sha256='), carrying('')])
      expect(webhook.isSigned(SETTINGS, inbound(body, headers))).toBe(false);
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

  it.each<[string, object, [string, string | null] | null]>([
    ['APPROVED', { reason: 'NONE' }, ['approved', null]],
    ['REINSTATED', {}, ['approved', null]],
    [
      'PAUSED',
      { reason: 'NONE', other_info: { title: 'FIRST_PAUSE', description: 'Paused for 3 hours.' } },
      ['paused', 'Paused for 3 hours.'],
    ],
    ['DISABLED', { disable_info: { disable_date: 1_763_000_000 } }, ['paused', null]],
    ['REJECTED', { reason: 'INCORRECT_CATEGORY' }, ['rejected', 'INCORRECT_CATEGORY']],
    [
      'REJECTED',
      { reason: 'INVALID_FORMAT', rejection_info: { reason: 'Ends with a parameter.' } },
      ['rejected', 'Ends with a parameter.'],
    ],
    ['PENDING_DELETION', { reason: null }, ['paused', null]],
    ['FLAGGED', {}, null],
    ['SOMETHING_NEW', {}, null],
  ])('of a template (%s) is what became of it', (event, more, became) => {
    const change = {
      field: 'message_template_status_update',
      value: {
        ...{ event, message_template_id: 5, message_template_name: 'renewal' },
        ...{ message_template_language: 'pt-BR', ...more },
      },
    };
    const body = JSON.stringify({ entry: [{ id: '77', time: 1_763_000_000, changes: [change] }] });
    const [status, reason] = became ?? [];
    const told = {
      ...{ kind: 'template', name: 'renewal', language: 'pt_BR', status, reason },
      ...{ externalId: `template:5:${event}:1763000000000`, at: new Date(1_763_000_000_000) },
    };
    expect(webhook.parse(inbound(body))).toEqual(became ? [told] : []);
  });

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

const SAMPLES = join(VENDOR, 'meta/examples/webhooks');

describe.skipIf(withoutVendor !== '')(`what Meta tells, by its own samples${withoutVendor}`, () => {
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
