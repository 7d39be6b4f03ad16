// LINE's Messaging API. A push carries a retry key, so that one sent again within a day arrives once.
import type { messagingApi } from '@line/bot-sdk';
import { z } from 'zod';
import { callVendor, retryAfterMs, sendEach, type VendorAnswer } from '../call-vendor.ts';
import type { LimitWindow, Outgoing, Provider, Sender, SendResult } from '../contract.ts';
import { openQuota } from './quota.ts';
import { lineWebhook } from './webhook.ts';

export const lineSettings = z.strictObject({
  channelAccessToken: z.string().min(1),
  channelSecret: z.string().min(1),
  timeoutMs: z.int().positive().default(20_000),
});
export type LineSettings = z.infer<typeof lineSettings>;

/** Where the API is: never a setting of a workspace, which could point our credentials anywhere. */
export const LINE_API = 'https://api.line.me';

type Options = { limits: readonly LimitWindow[]; baseUrl: string };

export const lineProvider = ({ limits, baseUrl }: Options): Provider<LineSettings> => ({
  key: 'messaging-api',
  settings: lineSettings,
  defaultLimits: limits,
  open: (settings) => openLine(settings, baseUrl),
  webhook: lineWebhook,
});

const DAY_MS = 24 * 3_600_000;

/** Known before anything was sent: the messages of the month are used up. */
const USED_UP: SendResult = {
  outcome: 'retry',
  code: 'quota',
  detail: 'The messages of this month are used up.',
  retryAfterMs: DAY_MS,
};

// Pushes go one by one: each recipient has words of their own.
const AT_ONCE = 20;

function openLine({ channelAccessToken, timeoutMs }: LineSettings, baseUrl: string): Sender {
  async function push({ to, content, idempotencyKey }: Outgoing): Promise<SendResult> {
    const body: messagingApi.PushMessageRequest = { to, messages: [messageOf(content)] };
    const answer = await callVendor({
      url: `${baseUrl}/v2/bot/message/push`,
      headers: {
        authorization: `Bearer ${channelAccessToken}`,
        'content-type': 'application/json',
        'x-line-retry-key': idempotencyKey,
      },
      body: JSON.stringify(body),
      timeoutMs,
    });
    if (!('outcome' in answer)) return judge(answer);
    // The retry key makes a second try harmless, also where the first one arrived.
    return answer.outcome === 'unknown' ? { ...answer, outcome: 'retry', code: 'no_answer' } : answer;
  }
  const headers = { authorization: `Bearer ${channelAccessToken}` };
  const take = openQuota({ baseUrl, headers, timeoutMs });
  async function send(messages: readonly Outgoing[]): Promise<SendResult[]> {
    if (messages.length === 0) return [];
    const given = await take(messages.length);
    const sent = await sendEach(messages.slice(0, given), AT_ONCE, push);
    return [...sent, ...messages.slice(given).map(() => USED_UP)];
  }
  return { send, close: async () => {} };
}

/** What was frozen goes out as it is: the card, else the text. */
const messageOf = ({ text, card }: Outgoing['content']): messagingApi.Message =>
  card
    ? {
        type: 'flex',
        altText: card.altText,
        contents: card.contents as unknown as messagingApi.FlexContainer,
      }
    : { type: 'text', text };

const accepted = z.object({ sentMessages: z.array(z.object({ id: z.string() })).min(1) });
const refusal = z.object({
  message: z.string(),
  details: z.array(z.object({ message: z.string().optional(), property: z.string().optional() })).optional(),
});

function judge({ status, headers, body }: VendorAnswer): SendResult {
  // 409: this retry key was accepted before; the answer names what went out then.
  const sent = status === 200 || status === 409 ? accepted.safeParse(body) : null;
  if (sent?.success) return { outcome: 'submitted', providerId: sent.data.sentMessages[0]!.id };
  if (status === 200 || status === 409)
    return {
      outcome: 'submitted',
      providerId: String(headers['x-line-accepted-request-id'] ?? `line-${status}`),
    };
  const said = refusal.safeParse(body).data;
  const detail = [said?.message, ...(said?.details ?? []).map((one) => one.message)]
    .filter(Boolean)
    .join(' ');
  if (status === 429) {
    const isQuota = /monthly limit/i.test(detail);
    return {
      outcome: 'retry',
      code: '429',
      detail,
      ...(isQuota ? { retryAfterMs: DAY_MS } : retryAfterMs(headers)),
    };
  }
  if (status === 401 || status === 403) return { outcome: 'retry', code: 'auth', detail };
  if (status >= 500) return { outcome: 'retry', code: String(status), detail };
  const isNobody = said?.details?.some(({ property }) => property === 'to') ?? false;
  return {
    outcome: 'rejected',
    code: String(status),
    detail,
    ...(isNobody ? { suppress: 'no_such_address' } : {}),
  };
}
