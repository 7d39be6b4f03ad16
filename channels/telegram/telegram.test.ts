import { describe, expect, it } from 'vitest';
import { memoryStandinStore } from '../../test/memory-standin-store.ts';
import { openStandinOf } from '../../test/open-standin.ts';
import { openVendorWorld } from '../../test/open-vendor-world.ts';
import type { VendorReply } from '../../test/vendor-server.ts';
import { inbound } from '../../test/webhook-samples.ts';
import { describeChannel, describeProvider, outgoing } from '../contract.suite.ts';
import { createTelegram } from './index.ts';

const address = (n: number) => String(5_000_000_000 + n);
const SETTINGS = { botToken: `12345:${'A'.repeat(35)}`, webhookSecret: 'a-secret-of-ours' };

describeChannel({
  channel: createTelegram(memoryStandinStore()),
  addresses: [{ given: '5000000001', canonical: '5000000001' }],
  invalid: [
    '@ann',
    '-1001234567890',
    '1234',
    '0123456',
    '5000000001.5',
    '99999999999999999',
    '+66900000001',
    '٥٠٠٠٠٠٠٠',
  ],
});
describeProvider({
  name: 'telegram standin',
  isIdempotent: true,
  address,
  open: () => openStandinOf(createTelegram),
});

const open = (said?: VendorReply) => {
  const ids: string[] = [];
  return openVendorWorld({
    open: (telegramApi) => {
      const provider = createTelegram({ ...memoryStandinStore(), telegramApi }).providers['bot-api']!;
      const sender = provider.open(provider.settings.parse(SETTINGS));
      // Telegram takes no id of ours: the world is told what was handed over.
      return {
        ...sender,
        send(messages) {
          ids.push(...messages.map(({ messageId }) => messageId));
          return sender.send(messages);
        },
      };
    },
    answer: (made, { body }) =>
      said ?? {
        status: 200,
        body: { ok: true, result: { message_id: made, chat: { id: JSON.parse(body).chat_id } } },
      },
    read: ({ body }) => {
      const { chat_id, text } = JSON.parse(body);
      const to = String(chat_id);
      return { messageId: ids[Number(chat_id) - 5_000_000_000] ?? ids[0]!, to, content: { text } };
    },
  });
};

describeProvider({
  name: 'telegram bot-api',
  isIdempotent: false,
  address,
  open,
  carries: ({ text }) => ({ text }),
});

describe('a message by Telegram', () => {
  it('goes with the token of the bot, as plain text', async () => {
    const world = await open();
    const [result] = await world.sender.send([
      outgoing(address(0), { content: { text: '*Hi* <b>you</b>' } }),
    ]);
    await world.close();
    expect(result).toEqual({ outcome: 'submitted', providerId: '5000000000:1' });
    expect(world.requests[0]!.path).toBe(`/bot${SETTINGS.botToken}/sendMessage`);
    expect(JSON.parse(world.requests[0]!.body)).toEqual({
      chat_id: 5_000_000_000,
      text: '*Hi* <b>you</b>',
      link_preview_options: { is_disabled: true },
    });
  });

  const refused = (error_code: number, description: string, more = {}) => ({
    status: error_code,
    body: { ok: false, error_code, description, ...more },
  });
  it.each<[string, VendorReply, object]>([
    [
      'ends where the bot was blocked',
      refused(403, 'Forbidden: bot was blocked by the user'),
      { suppress: 'opted_out' },
    ],
    ['ends where nobody is', refused(400, 'Bad Request: chat not found'), { suppress: 'no_such_address' }],
    [
      'may go another way to who never began',
      refused(403, "Forbidden: bot can't initiate conversation with a user"),
      { coolDownMs: 2_592_000_000 },
    ],
    [
      'waits as long as it is told',
      refused(429, 'Too Many Requests', { parameters: { retry_after: 9 } }),
      { outcome: 'retry', retryAfterMs: 9000 },
    ],
    ['waits for a token that works', refused(401, 'Unauthorized'), { outcome: 'retry', code: 'auth' }],
    [
      'is refused for what it says',
      refused(400, 'Bad Request: message is too long'),
      { outcome: 'rejected', code: '400' },
    ],
    ['is unknown after a fault there', { status: 502 }, { outcome: 'unknown' }],
    ['is unknown after silence', 'accept_then_silence', { outcome: 'unknown' }],
  ])('%s', async (_what, answer, result) => {
    const world = await open(answer);
    expect((await world.sender.send([outgoing(address(0))]))[0]).toMatchObject(result);
    await world.close();
  });
});

describe('what Telegram tells', () => {
  const webhook = createTelegram(memoryStandinStore()).providers['bot-api']!.webhook!;
  const chat = { id: 5_000_000_001, type: 'private' };
  const told = (update: object) => webhook.parse(inbound(JSON.stringify({ update_id: 77, ...update })));
  const message = (more: object) => told({ message: { message_id: 3, date: 1_763_000_000, chat, ...more } });

  it('counts only with the secret that was given to it', () => {
    const isSigned = (secret?: string, settings: object = SETTINGS) =>
      webhook.isSigned(settings, inbound('{}', secret ? { 'x-telegram-bot-api-secret-token': secret } : {}));
    expect(isSigned(SETTINGS.webhookSecret)).toBe(true);
    expect(isSigned('a-secret-of-their')).toBe(false);
    expect(isSigned()).toBe(false);
    expect(isSigned('', { botToken: 'x' })).toBe(false);
  });

  it('of a person’s words is an answer, of “/stop” and of a block a wish', () => {
    expect(message({ text: 'ได้ครับ', reply_to_message: { message_id: 2 } })).toEqual([
      {
        ...{ kind: 'reply', from: '5000000001', text: 'ได้ครับ', inReplyTo: '5000000001:2', externalId: '77' },
        at: new Date(1_763_000_000_000),
      },
    ]);
    expect(message({ text: '/stop' }).map(({ kind }) => kind)).toEqual(['opt_out', 'reply']);
    const member = (before: string, after: string) =>
      told({
        my_chat_member: {
          chat,
          date: 1,
          old_chat_member: { status: before },
          new_chat_member: { status: after },
        },
      });
    expect(member('member', 'kicked')).toMatchObject([
      { kind: 'opt_out', address: '5000000001', scope: 'all' },
    ]);
    expect(member('kicked', 'member')).toMatchObject([{ kind: 'opt_in' }]);
    expect(member('left', 'member')).toEqual([]);
  });

  it('in a group, of a bot or in another shape is left', () => {
    expect(message({ text: 'hi', chat: { id: -100, type: 'supergroup' } })).toEqual([]);
    expect(message({ text: 'hi', from: { is_bot: true } })).toEqual([]);
    expect(message({ sticker: {} })).toEqual([]);
    for (const body of ['', '[]', '\0', '{"update_id":1,"message":7}'])
      expect(webhook.parse(inbound(body))).toEqual([]);
  });
});
