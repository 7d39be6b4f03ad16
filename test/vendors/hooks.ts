// The channels that people answer by, as their providers tell of it: what is signed, and how somebody else would.
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';

type Headers = Record<string, string>;
export type Told = { payload: string; headers: Headers };
export type Vendor = {
  channel: string;
  provider: string;
  settings: object;
  /** What somebody wrote, as the provider tells it; signed at a time in seconds, for the address it is told to. */
  tell(message: { id: string; from: string; text: string }, at: number, url: string): Told;
  /** A signature that another key makes. */
  forge(told: Told): Headers;
  /** Signs the time as well. */
  isTimed?: boolean;
  /** Knows a secret in place of a signature, so that the bytes may change. */
  isBare?: boolean;
  /** The `n`th person, as the provider names them. */
  person(n: number): string;
};

const hmac = (algorithm: string, secret: string, text: string, form: 'hex' | 'base64') =>
  createHmac(algorithm, secret).update(text).digest(form);
const json = { 'content-type': 'application/json' };
const phone = (n: number) => `+66810${String(n).padStart(6, '0')}`;
const number = (n: number) => String(5_000_000_000 + n);

const meta = (
  channel: string,
  settings: object,
  bodyOf: Vendor['tell'] extends (m: infer M, ...rest: never) => unknown
    ? (m: M, at: number) => object
    : never,
): Vendor => ({
  channel,
  provider: channel === 'whatsapp' ? 'cloud-api' : 'graph',
  settings: { ...settings, accessToken: 'a token', appSecret: 'secret', verifyToken: 'verify me' },
  person: channel === 'whatsapp' ? phone : number,
  tell: (message, at) => {
    const payload = JSON.stringify(bodyOf(message, at));
    return {
      payload,
      headers: { ...json, 'x-hub-signature-256': `sha256=${hmac('sha256', 'secret', payload, 'hex')}` },
    };
  },
  forge: ({ payload }) => ({ 'x-hub-signature-256': `sha256=${hmac('sha256', 'guessed', payload, 'hex')}` }),
});
const direct = (channel: string, settings: object) =>
  meta(channel, settings, ({ id, from, text }, at) => ({
    object: channel === 'instagram' ? 'instagram' : 'page',
    entry: [
      {
        id: '1',
        messaging: [
          { sender: { id: from }, recipient: { id: '1' }, timestamp: at * 1000, message: { mid: id, text } },
        ],
      },
    ],
  }));
const telnyx = generateKeyPairSync('ed25519');
const rawKey = (key: typeof telnyx.publicKey) =>
  key.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64');
const TWILIO = {
  accountSid: `AC${'a'.repeat(32)}`,
  authToken: 'the token',
  messagingServiceSid: `MG${'b'.repeat(32)}`,
};
const twilioSignature = (secret: string, url: string, form: URLSearchParams) =>
  hmac(
    'sha1',
    secret,
    [...form.keys()].sort().reduce((all, key) => all + key + form.get(key), url),
    'base64',
  );

export const VENDORS: Vendor[] = [
  meta('whatsapp', { phoneNumberId: '106540352242922' }, ({ id, from, text }, at) => ({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '1',
        changes: [
          {
            field: 'messages',
            value: {
              messages: [
                { from: from.slice(1), id, timestamp: String(at), type: 'text', text: { body: text } },
              ],
            },
          },
        ],
      },
    ],
  })),
  direct('messenger', { pageId: '1234567' }),
  direct('instagram', { pageId: '1234567' }),
  {
    ...{
      channel: 'line',
      provider: 'messaging-api',
      settings: { channelAccessToken: 't', channelSecret: 'secret' },
    },
    person: (n) => `U${n.toString(16).padStart(32, '0')}`,
    tell: ({ id, from, text }, at) => {
      const message = { id: '1', type: 'text', text };
      const payload = JSON.stringify({
        destination: 'U0',
        events: [
          {
            type: 'message',
            webhookEventId: id,
            timestamp: at * 1000,
            source: { type: 'user', userId: from },
            message,
          },
        ],
      });
      return {
        payload,
        headers: { ...json, 'x-line-signature': hmac('sha256', 'secret', payload, 'base64') },
      };
    },
    forge: ({ payload }) => ({ 'x-line-signature': hmac('sha256', 'guessed', payload, 'base64') }),
  },
  {
    ...{ channel: 'sms', provider: 'twilio', settings: TWILIO, person: phone },
    tell: ({ id, from, text }, _at, url) => {
      const form = new URLSearchParams({
        MessageSid: id,
        SmsSid: id,
        From: from,
        To: '+15550000000',
        Body: text,
        AccountSid: TWILIO.accountSid,
      });
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': twilioSignature('the token', url, form),
      };
      return { payload: form.toString(), headers };
    },
    forge: ({ payload }) => ({
      'x-twilio-signature': twilioSignature(
        'guessed',
        'http://refrain.example/',
        new URLSearchParams(payload),
      ),
    }),
  },
  {
    ...{ channel: 'sms', provider: 'telnyx', person: phone, isTimed: true },
    settings: {
      apiKey: 'KEY',
      messagingProfileId: '0190a1b2-0000-7000-8000-000000000001',
      from: '+15550000000',
      publicKey: rawKey(telnyx.publicKey),
    },
    tell: ({ id, from, text }, at) => {
      const payload = JSON.stringify({
        data: {
          id,
          event_type: 'message.received',
          occurred_at: new Date(at * 1000).toISOString(),
          payload: { id, from: { phone_number: from }, text },
        },
      });
      const signature = sign(null, Buffer.from(`${at}|${payload}`), telnyx.privateKey).toString('base64');
      return {
        payload,
        headers: { ...json, 'telnyx-timestamp': String(at), 'telnyx-signature-ed25519': signature },
      };
    },
    forge: ({ payload, headers }) => ({
      'telnyx-signature-ed25519': sign(
        null,
        Buffer.from(`${headers['telnyx-timestamp']}|${payload}`),
        generateKeyPairSync('ed25519').privateKey,
      ).toString('base64'),
    }),
  },
  {
    ...{ channel: 'telegram', provider: 'bot-api', person: number, isBare: true },
    settings: { botToken: `12345:${'A'.repeat(35)}`, webhookSecret: 'a-secret-of-ours' },
    tell: ({ id, from, text }, at) => {
      const message = {
        message_id: Number.parseInt(id.replace(/\D/g, '').slice(-9), 10),
        date: at,
        text,
        chat: { id: Number(from), type: 'private' },
      };
      return {
        payload: JSON.stringify({ update_id: Number(id.replace(/\D/g, '').slice(-9)), message }),
        headers: { ...json, 'x-telegram-bot-api-secret-token': 'a-secret-of-ours' },
      };
    },
    forge: () => ({ 'x-telegram-bot-api-secret-token': 'guessed' }),
  },
];
