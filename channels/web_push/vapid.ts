// Pushes to browsers (RFC 8030) in our name (RFC 8292). A browser shows what its service worker makes of the payload:
// `{ title, body, link, message }`.
import { createECDH, createPrivateKey } from 'node:crypto';
import { z } from 'zod';
import { apiSender } from '../api-sender.ts';
import { retryAfterMs, type VendorAnswer } from '../call-vendor.ts';
import type { LimitWindow, Outgoing, Provider, SendResult } from '../contract.ts';
import { type Meaning, resultOf } from '../meaning.ts';
import { signJwt } from '../sign-jwt.ts';
import { encryptFor } from './encrypt.ts';
import { readSubscription } from './subscription.ts';

export const vapidSettings = z.strictObject({
  /** 32 bytes in base64url: the private half of the key that browsers subscribed with. */
  privateKey: z.string().regex(/^[\w-]{43}$/),
  /** Whom a push service writes to when something is wrong: "mailto:…" or "https://…". */
  contact: z.string().regex(/^(mailto:\S+@\S+|https:\/\/\S+)$/),
  /** How long a push service keeps it for a browser that is not there. */
  keepHours: z.int().min(0).max(672).default(24),
  timeoutMs: z.int().positive().default(20_000),
});
export type VapidSettings = z.infer<typeof vapidSettings>;

/** `baseUrl` stands in for all push services, in tests. */
type Options = { limits: readonly LimitWindow[]; baseUrl?: string | undefined };

export const vapidProvider = ({ limits, baseUrl }: Options): Provider<VapidSettings> => ({
  key: 'vapid',
  settings: vapidSettings,
  defaultLimits: limits,
  open: (settings) => openVapid(settings, baseUrl),
});

const HOUR_S = 3600;

function openVapid(
  { privateKey, contact, keepHours, timeoutMs }: VapidSettings,
  baseUrl: string | undefined,
) {
  const { key, publicKey } = keysOf(privateKey);
  const authorize = (audience: string): string => {
    // At most a day; half of one leaves room for clocks that differ.
    const exp = Math.floor(Date.now() / 1000) + 12 * HOUR_S;
    const jwt = signJwt({ algorithm: 'ES256', key, claims: { aud: audience, exp, sub: contact } });
    return `vapid t=${jwt}, k=${publicKey}`;
  };
  return apiSender({
    atOnce: 32,
    call: (message) => {
      const found = readSubscription(message.to);
      if (!found) throw new Error('A message goes to an address that its channel did not normalise.');
      const { endpoint, ...reader } = found;
      return {
        url: baseUrl ? `${baseUrl}${endpoint.pathname}${endpoint.search}` : endpoint.href,
        headers: {
          authorization: authorize(endpoint.origin),
          ttl: String(keepHours * HOUR_S),
          urgency: 'normal',
          'content-encoding': 'aes128gcm',
          'content-type': 'application/octet-stream',
        },
        body: encryptFor(reader, { plain: payloadOf(message) }),
        timeoutMs,
      };
    },
    judge,
  });
}

function keysOf(privateKey: string) {
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(Buffer.from(privateKey, 'base64url'));
  const point = pair.getPublicKey();
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'));
  const jwk = { kty: 'EC', crv: 'P-256', d: privateKey, x: x!, y: y! };
  return { key: createPrivateKey({ key: jwk, format: 'jwk' }), publicKey: point.toString('base64url') };
}

const payloadOf = ({ content: { subject, text, link }, messageId }: Outgoing): string =>
  JSON.stringify({
    title: subject ?? '',
    body: text,
    ...(link ? { link: link.url } : {}),
    message: messageId,
  });

const MEANINGS: Readonly<Record<number, Meaning>> = {
  400: { is: 'message' },
  401: { is: 'account' },
  // The browser subscribed with another key than ours.
  403: { is: 'message' },
  404: { is: 'nobody' },
  410: { is: 'nobody' },
  413: { is: 'message' },
  429: { is: 'later', waitMs: 10_000 },
};

/** RFC 8030: 201 is taken, and its address is the message's; some services say 200 or 202. */
function judge({ status, headers }: VendorAnswer, { messageId }: Outgoing): SendResult {
  if (status === 201 || status === 202 || status === 200)
    return { outcome: 'submitted', providerId: String(headers.location ?? messageId) };
  const detail = `The push service answers ${status}.`;
  if (status >= 500) return { outcome: 'unknown', detail };
  return resultOf(MEANINGS[status] ?? { is: 'message' }, {
    code: String(status),
    detail,
    ...retryAfterMs(headers),
  });
}
