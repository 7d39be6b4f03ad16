import { Webhook } from 'standardwebhooks';
import { request } from 'undici';
import { createPublicAgent, isPlainHttps, type PublicDeps } from './public-agent.ts';

export type WebhookPost = { id: string; url: string; secret: string; body: string };
/** `isTaken`: it answered 2xx. `result`: its status, or why nothing answered. */
export type PostWebhook = (post: WebhookPost) => Promise<{ isTaken: boolean; result: string }>;

const TIMEOUT_MS = 15_000;
const MOST_ANSWER = 65_536;

/**
 * Posts one event, signed (Standard Webhooks). To public https addresses only, and no redirect is followed: where else it
 * would lead was agreed with nobody.
 */
export function createWebhookPost({
  isPlain = isPlainHttps,
  ...deps
}: PublicDeps & { isPlain?: (url: URL) => boolean } = {}): PostWebhook {
  const { agent, demandPublic } = createPublicAgent(deps, TIMEOUT_MS);
  async function post({ id, url: address, secret, body }: WebhookPost): Promise<number> {
    const url = new URL(address);
    if (!isPlain(url)) throw new Error('is not a plain https address');
    demandPublic(url);
    const at = new Date();
    const answer = await request(url, {
      method: 'POST',
      dispatcher: agent,
      body,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Refrain webhooks',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': new Webhook(secret).sign(id, at, body),
      },
      headersTimeout: TIMEOUT_MS,
      bodyTimeout: TIMEOUT_MS,
      signal: AbortSignal.timeout(2 * TIMEOUT_MS),
    });
    await answer.body.dump({ limit: MOST_ANSWER });
    return answer.statusCode;
  }
  return async (one) => {
    try {
      const status = await post(one);
      return { isTaken: status >= 200 && status < 300, result: `answered ${status}` };
    } catch (error) {
      const [first] = error instanceof AggregateError ? error.errors : [error];
      return {
        isTaken: false,
        result: (first instanceof Error ? first.message : String(first)).slice(0, 200),
      };
    }
  };
}
