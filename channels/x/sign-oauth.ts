// OAuth 1.0a (RFC 5849), whose keys do not end: a server that posts once a week has no use for tokens of two hours.
import { createHmac, randomBytes } from 'node:crypto';

export type OAuthKeys = {
  apiKey: string;
  apiKeySecret: string;
  accessToken: string;
  accessTokenSecret: string;
};
type Signing = {
  method: string;
  url: string;
  keys: OAuthKeys;
  /** Of the address and of a form; a JSON body is not signed. */
  parameters?: Record<string, string>;
  drawn?: { nonce: string; at: Date };
};

/** The Authorization header of a request. */
export function signOAuth({ method, url, keys, parameters = {}, drawn }: Signing): string {
  const own: Record<string, string> = {
    oauth_consumer_key: keys.apiKey,
    oauth_nonce: drawn?.nonce ?? randomBytes(16).toString('hex'),
    oauth_signature_method: 'HMAC-SHA1',
    oauth_timestamp: String(Math.floor((drawn?.at ?? new Date()).getTime() / 1000)),
    oauth_token: keys.accessToken,
    oauth_version: '1.0',
  };
  const sorted = Object.entries({ ...parameters, ...own })
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
  const base = [method, url, sorted].map(encode).join('&');
  const key = [keys.apiKeySecret, keys.accessTokenSecret].map(encode).join('&');
  const signature = createHmac('sha1', key).update(base).digest('base64');
  const told = Object.entries({ ...own, oauth_signature: signature });
  return `OAuth ${told.map(([name, value]) => `${name}="${encode(value)}"`).join(', ')}`;
}

const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
