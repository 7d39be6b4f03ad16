// Where a browser is reached, in one line: the endpoint that its push service gave it, and its keys behind a "#". What
// browsers hand out is JSON; a line without commas goes through files and forms unharmed.
import { z } from 'zod';
import { readJson } from '../read-json.ts';

export type Subscription = { endpoint: URL; publicKey: Buffer; secret: Buffer };

const given = z.object({ endpoint: z.string(), keys: z.object({ p256dh: z.string(), auth: z.string() }) });

// Whoever adds a contact says where we shall connect to: to the push services of browsers, and nowhere else.
const SERVICES =
  /^(fcm\.googleapis\.com|(updates|updates-autopush)\.push\.services\.mozilla\.com|[a-z0-9-]+\.notify\.windows\.com|([a-z0-9-]+\.)?push\.apple\.com)$/;

/** The one line of a subscription, from a browser's JSON or from such a line; null for anything else. */
export function normaliseSubscription(address: string): string | null {
  const text = address.trim();
  const json = text.startsWith('{') ? given.safeParse(readJson(Buffer.from(text))).data : undefined;
  const line = json
    ? `${json.endpoint}#auth=${unpadded(json.keys.auth)}&p256dh=${unpadded(json.keys.p256dh)}`
    : text;
  const found = readSubscription(line);
  if (!found) return null;
  const { endpoint, publicKey, secret } = found;
  return `${endpoint.href}#auth=${secret.toString('base64url')}&p256dh=${publicKey.toString('base64url')}`;
}

const unpadded = (base64: string): string =>
  base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

const LINE = /^(https:\/\/[^#\s]{1,900})#auth=([\w-]{22})&p256dh=([\w-]{87})$/;

export function readSubscription(line: string): Subscription | null {
  const [, url, auth = '', p256dh = ''] = LINE.exec(line) ?? [];
  if (url === undefined || !URL.canParse(url)) return null;
  const endpoint = new URL(url);
  const isService = SERVICES.test(endpoint.hostname) && endpoint.port === '' && endpoint.username === '';
  const [secret, publicKey] = [Buffer.from(auth, 'base64url'), Buffer.from(p256dh, 'base64url')];
  // An uncompressed point of P-256.
  const hasKeys = secret.length === 16 && publicKey.length === 65 && publicKey[0] === 4;
  const isOneSpelling = secret.toString('base64url') === auth && publicKey.toString('base64url') === p256dh;
  return isService && hasKeys && isOneSpelling ? { endpoint, publicKey, secret } : null;
}
