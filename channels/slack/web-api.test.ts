import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { memoryStandinStore } from '../../test/memory-standin-store.ts';
import { openStandinOf } from '../../test/open-standin.ts';
import { openVendorWorld } from '../../test/open-vendor-world.ts';
import type { VendorReply } from '../../test/vendor-server.ts';
import { inbound, receivedAt, spoiled } from '../../test/webhook-samples.ts';
import { describeChannel, describeProvider, outgoing } from '../contract.suite.ts';
import { createSlackChannel } from './web-api.ts';

const address = (n: number) => `U0${String(n).padStart(9, '1')}`;
const SETTINGS = { botToken: 'xoxb-1', signingSecret: 'a signing secret' };

describeChannel({
  channel: createSlackChannel(memoryStandinStore()),
  addresses: [
    { given: 'U012AB3CD', canonical: 'U012AB3CD' },
    { given: 'c0123456789', canonical: 'C0123456789' },
  ],
  invalid: [
    '@ann',
    '#general',
    'UNKNOWN',
    'D012AB3CD',
    'T012AB3CD',
    'ann@example.com',
    'U012AB3CD U2',
    'Ｕ012AB3CD',
  ],
});
describeProvider({
  name: 'slack standin',
  isIdempotent: true,
  address,
  open: () => openStandinOf(createSlackChannel),
});

const plain = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
const open = (said?: VendorReply) =>
  openVendorWorld({
    open: (baseUrl) => {
      const { providers } = createSlackChannel({ ...memoryStandinStore(), slackApi: `${baseUrl}/api/` });
      const provider = providers['web-api']!;
      return provider.open(provider.settings.parse(SETTINGS));
    },
    answer: (made) => said ?? { status: 200, body: { ok: true, channel: 'D1', ts: `17.${made}` } },
    read: ({ body }) => {
      const { channel: to, text, metadata } = JSON.parse(body);
      return { messageId: metadata.event_payload.id, to, content: { text: plain(text) } };
    },
  });

describeProvider({
  name: 'slack web-api',
  isIdempotent: false,
  address,
  open,
  carries: ({ text }) => ({ text }),
});

describe('a message by Slack', () => {
  it('calls nobody, formats nothing and shows no previews', async () => {
    const world = await open();
    const message = outgoing(address(1), { content: { text: '<!channel> *hi* <https://x.example|you>' } });
    expect(await world.sender.send([message])).toEqual([{ outcome: 'submitted', providerId: 'D1:17.1' }]);
    await world.close();
    expect(world.requests[0]!.path).toBe('/api/chat.postMessage');
    expect(JSON.parse(world.requests[0]!.body)).toMatchObject({
      text: '&lt;!channel&gt; *hi* &lt;https://x.example|you&gt;',
      mrkdwn: false,
      link_names: false,
      unfurl_links: false,
    });
  });

  const no = (error: string) => ({ status: 200, body: { ok: false, error } });
  it.each<[string, VendorReply, object]>([
    ['ends where nobody is', no('user_disabled'), { outcome: 'rejected', suppress: 'no_such_address' }],
    ['waits for a token that works', no('token_revoked'), { outcome: 'retry', code: 'auth' }],
    [
      'waits when there were too many',
      { status: 429, headers: { 'retry-after': '30' }, body: { ok: false, error: 'ratelimited' } },
      { outcome: 'retry', retryAfterMs: 30_000 },
    ],
    ['may go another way to who shut it', no('messages_tab_disabled'), { coolDownMs: 2_592_000_000 }],
    ['is refused for what it says', no('msg_too_long'), { outcome: 'rejected', code: 'msg_too_long' }],
    ['is unknown after a fault there', no('internal_error'), { outcome: 'unknown' }],
    [
      'is unknown after an answer that is not the API’s',
      { status: 200, body: 'hello' },
      { outcome: 'unknown' },
    ],
    ['is unknown after silence', 'accept_then_silence', { outcome: 'unknown' }],
  ])('%s', async (_what, answer, result) => {
    const world = await open(answer);
    expect((await world.sender.send([outgoing(address(1))]))[0]).toMatchObject(result);
    await world.close();
  });
});

describe('what Slack tells', () => {
  const webhook = createSlackChannel(memoryStandinStore()).providers['web-api']!.webhook!;
  const signed = (body: string) => {
    const at = String(receivedAt.getTime() / 1000);
    const hash = createHmac('sha256', SETTINGS.signingSecret).update(`v0:${at}:${body}`).digest('hex');
    return inbound(body, { 'x-slack-request-timestamp': at, 'x-slack-signature': `v0=${hash}` });
  };
  const said = {
    type: 'message',
    channel_type: 'im',
    user: 'U012AB3CD',
    text: 'yes',
    channel: 'D1',
    ts: '1',
  };
  const told = (event: object) =>
    webhook.parse(
      inbound(JSON.stringify({ type: 'event_callback', event_id: 'Ev1', event_time: 1_763_000_000, event })),
    );

  it('counts only with every byte, and its own question is answered', () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'once' });
    const request = signed(body);
    expect(webhook.isSigned(SETTINGS, request)).toBe(true);
    for (const changed of spoiled(body))
      expect(webhook.isSigned(SETTINGS, { ...request, body: Buffer.from(changed) })).toBe(false);
    expect(webhook.challenge?.(SETTINGS, request)).toBe('once');
    expect(webhook.challenge?.(SETTINGS, signed('{}'))).toBeNull();
  });

  it('of a person’s words to us alone is an answer', () => {
    expect(told({ ...said, thread_ts: '17.1' })).toEqual([
      {
        ...{ kind: 'reply', from: 'U012AB3CD', text: 'yes', inReplyTo: 'D1:17.1', externalId: 'Ev1' },
        at: new Date(1_763_000_000_000),
      },
    ]);
    for (const other of [
      { ...said, channel_type: 'channel' },
      { ...said, bot_id: 'B1' },
      { ...said, subtype: 'message_changed' },
      { type: 'reaction_added' },
    ])
      expect(told(other)).toEqual([]);
    for (const body of ['', '[]', '\0', '{}']) expect(webhook.parse(inbound(body))).toEqual([]);
  });
});
