import { createHash } from 'node:crypto';
import type { Inbound } from '../contract.ts';
import { isSignedWith } from '../signature.ts';

const HOST = /^(https?:\/\/(?:[^/@]*@)?[^/:?#]+)(:\d+)?(.*)$/is;

/**
 * Twilio signs the address with the form's values in the order of their names behind it; of any other body it signs
 * the address only, which then carries the body's hash. Whether it counts the port differs between its products.
 */
export function isSignedByTwilio(authToken: string, { url, headers, body }: Inbound): boolean {
  const carried = headers['x-twilio-signature'];
  if (!carried) return false;
  const hash = new URL(url).searchParams.get('bodySHA256');
  if (hash !== null && createHash('sha256').update(body).digest('hex') !== hash.toLowerCase()) return false;
  const values = hash === null ? sortedValues(body) : '';
  return spellings(url).some((address) =>
    isSignedWith(
      { algorithm: 'sha1', secret: authToken, bytes: address + values },
      Buffer.from(carried, 'base64'),
    ),
  );
}

function sortedValues(body: Uint8Array): string {
  const form = new URLSearchParams(Buffer.from(body).toString('utf8'));
  return [...new Set(form.keys())]
    .sort()
    .flatMap((name) => [...new Set(form.getAll(name))].sort().map((value) => name + value))
    .join('');
}

function spellings(url: string): string[] {
  const [, host, port, rest = ''] = HOST.exec(url) ?? [];
  if (host === undefined) return [url];
  const usual = host.toLowerCase().startsWith('https') ? ':443' : ':80';
  return port === undefined ? [url, `${host}${usual}${rest}`] : [url, `${host}${rest}`];
}
