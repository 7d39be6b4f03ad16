import type { Inbound } from '../contract.ts';
import { isSignedWith } from '../signature.ts';

/** Slack's own rule: what is older may be a request that somebody recorded. */
const OLDEST_S = 5 * 60;

/** https://docs.slack.dev/authentication/verifying-requests-from-slack: HMAC over version, time and the raw body. */
export function isFromSlack(secret: string, { headers, body, receivedAt }: Inbound): boolean {
  const at = headers['x-slack-request-timestamp'] ?? '';
  const carried = /^v0=([0-9a-f]{64})$/i.exec(headers['x-slack-signature'] ?? '')?.[1];
  const ageS = Math.abs(receivedAt.getTime() / 1000 - Number(at));
  if (!/^\d{1,12}$/.test(at) || ageS > OLDEST_S) return false;
  const bytes = Buffer.concat([Buffer.from(`v0:${at}:`), body]);
  return isSignedWith(
    { algorithm: 'sha256', secret, bytes },
    carried ? Buffer.from(carried, 'hex') : undefined,
  );
}
