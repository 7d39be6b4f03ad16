import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { memoryStandinStore } from '../../test/memory-standin-store.ts';
import { openStandinOf } from '../../test/open-standin.ts';
import { openVendorWorld } from '../../test/open-vendor-world.ts';
import type { VendorReply } from '../../test/vendor-server.ts';
import { inbound, spoiled } from '../../test/webhook-samples.ts';
import { describeChannel, describeProvider, outgoing } from '../contract.suite.ts';
import { createInstagram } from '../instagram/index.ts';
import { createMessenger } from '../messenger/index.ts';

const address = (n: number) => String(6_000_000_000_000 + n);
const SETTINGS = {
  pageId: '1234567',
  accessToken: 'EAA',
  appSecret: 'app secret',
  verifyToken: 'chosen by us',
};

const open = (create: typeof createMessenger, said?: VendorReply) => {
  const ids = new Map<string, string>();
  return openVendorWorld({
    open: (metaApi) => {
      const provider = create({ ...memoryStandinStore(), metaApi }).providers.graph!;
      const sender = provider.open(provider.settings.parse(SETTINGS));
      return {
        ...sender,
        send(messages) {
          for (const { to, messageId } of messages) ids.set(to, messageId);
          return sender.send(messages);
        },
      };
    },
    answer: (made) => said ?? { status: 200, body: { recipient_id: '6', message_id: `m_${made}` } },
    read: ({ body }) => {
      const { recipient, message } = JSON.parse(body);
      return { messageId: ids.get(recipient.id)!, to: recipient.id, content: { text: message.text } };
    },
  });
};

for (const create of [createMessenger, createInstagram]) {
  const { key } = create(memoryStandinStore());
  describeChannel({
    channel: create(memoryStandinStore()),
    addresses: [{ given: '6000000000001', canonical: '6000000000001' }],
    invalid: ['ann', '@ann', '123456789', '0123456789012', '+66900000001', '6'.repeat(21)],
  });
  describeProvider({
    name: `${key} standin`,
    isIdempotent: true,
    address,
    open: () => openStandinOf(create),
  });
  describeProvider({
    name: `${key} graph`,
    isIdempotent: false,
    address,
    open: () => open(create),
    carries: ({ text }) => ({ text }),
  });
}

describe('a message by Messenger', () => {
  it('goes from the page to the person', async () => {
    const world = await open(createMessenger);
    await world.sender.send([outgoing(address(1), { content: { text: 'Hi' } })]);
    await world.close();
    const [{ path, headers, body }] = world.requests as [(typeof world.requests)[number]];
    expect([path, headers.authorization]).toEqual(['/v23.0/1234567/messages', 'Bearer EAA']);
    expect(JSON.parse(body)).toEqual({
      recipient: { id: address(1) },
      messaging_type: 'UPDATE',
      message: { text: 'Hi' },
    });
  });

  const no = (code: number, error_subcode?: number, status = 400) => ({
    status,
    body: { error: { message: 'no', code, ...(error_subcode ? { error_subcode } : {}) } },
  });
  it.each<[string, VendorReply, object]>([
    ['may go another way after the day is over', no(10, 2_018_278), { coolDownMs: 86_400_000 }],
    ['may go another way to who is away', no(551, 1_545_041), { coolDownMs: 2_592_000_000 }],
    ['ends where nobody is', no(100, 2_018_001), { suppress: 'no_such_address' }],
    ['waits when there were too many', no(613), { outcome: 'retry', retryAfterMs: 60_000 }],
    ['waits for a token that works', no(190, undefined, 401), { outcome: 'retry', code: 'auth' }],
    ['is refused for what it says', no(100), { outcome: 'rejected', code: '100' }],
    ['is unknown after a fault there', { status: 502 }, { outcome: 'unknown' }],
    ['is unknown after silence', 'accept_then_silence', { outcome: 'unknown' }],
  ])('%s', async (_what, answer, result) => {
    const world = await open(createMessenger, answer);
    expect((await world.sender.send([outgoing(address(1))]))[0]).toMatchObject(result);
    await world.close();
  });
});

describe('what Messenger and Instagram tell', () => {
  const webhook = createMessenger(memoryStandinStore()).providers.graph!.webhook!;
  const told = (...messaging: object[]) =>
    webhook.parse(inbound(JSON.stringify({ object: 'page', entry: [{ id: '1', messaging }] })));
  const base = { sender: { id: address(1) }, recipient: { id: '1' }, timestamp: 1_763_000_000_000 };

  it('counts only with every byte, and Meta’s own question is answered', () => {
    const body = JSON.stringify({ object: 'page', entry: [] });
    const hash = createHmac('sha256', SETTINGS.appSecret).update(body).digest('hex');
    const headers = { 'x-hub-signature-256': `sha256=${hash}` };
    expect(webhook.isSigned(SETTINGS, inbound(body, headers))).toBe(true);
    for (const changed of spoiled(body))
      expect(webhook.isSigned(SETTINGS, inbound(changed, headers))).toBe(false);
    const url = 'https://r.example/w?hub.mode=subscribe&hub.challenge=7&hub.verify_token=';
    const asked = (token: string) =>
      webhook.challenge?.(SETTINGS, {
        ...inbound(''),
        method: 'GET',
        url: `${url}${encodeURIComponent(token)}`,
      });
    expect([asked('chosen by us'), asked('another')]).toEqual(['7', null]);
  });

  it('of words is an answer, of what arrived or was read a receipt', () => {
    const at = new Date(1_763_000_000_000);
    expect(told({ ...base, message: { mid: 'm_1', text: 'yes', reply_to: { mid: 'm_0' } } })).toEqual([
      { kind: 'reply', from: address(1), text: 'yes', externalId: 'm_1', inReplyTo: 'm_0', at },
    ]);
    expect(told({ ...base, postback: { mid: 'm_2', title: 'Stop', payload: 'stop' } })).toMatchObject([
      { kind: 'reply', text: 'Stop', payload: 'stop' },
    ]);
    expect(told({ ...base, delivery: { mids: ['a', 'b'], watermark: 1 } })).toMatchObject([
      { kind: 'receipt', status: 'delivered', providerId: 'a' },
      { kind: 'receipt', status: 'delivered', providerId: 'b' },
    ]);
    expect(told({ ...base, read: { mid: 'a' } })).toMatchObject([{ status: 'read', providerId: 'a' }]);
  });

  it('of what we wrote ourselves, or in another shape, is left', () => {
    expect(told({ ...base, message: { mid: 'm', text: 'ours', is_echo: true } })).toEqual([]);
    expect(told({ ...base, read: { watermark: 5 } }, { odd: 1 }, { ...base, message: { mid: 'm' } })).toEqual(
      [],
    );
    for (const body of ['', '[]', '\0', '{"entry":[{"messaging":7}]}'])
      expect(webhook.parse(inbound(body))).toEqual([]);
  });
});
