// Messages to people who wrote to a page: Messenger and Instagram, which differ in their names only. They go within a
// day of what the person wrote last; later the platform refuses them, and another channel may carry it.
import { z } from 'zod';
import { apiSender } from '../api-sender.ts';
import type { ChannelEvent, LimitWindow, Provider, Webhook } from '../contract.ts';
import { readJson } from '../read-json.ts';
import { graphAccount, judgeGraph, PERSON_ERRORS } from './graph.ts';
import { signedByMeta } from './signed.ts';

export const directSettings = z.strictObject({
  ...graphAccount,
  appSecret: z.string().min(1),
  /** Chosen freely, and typed into Meta's form beside the address of the webhook. */
  verifyToken: z.string().min(8),
});
type DirectSettings = z.infer<typeof directSettings>;

type Options = { limits: readonly LimitWindow[]; baseUrl: string };

export const directProvider = ({ limits, baseUrl }: Options): Provider<DirectSettings> => ({
  key: 'graph',
  settings: directSettings,
  defaultLimits: limits,
  open: ({ pageId, accessToken, apiVersion, timeoutMs }) =>
    apiSender({
      atOnce: 10,
      call: ({ to, content }) => ({
        url: `${baseUrl}/${apiVersion}/${pageId}/messages`,
        headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          recipient: { id: to },
          messaging_type: 'UPDATE',
          message: { text: content.text },
        }),
        timeoutMs,
      }),
      judge: (answer) =>
        judgeGraph(answer, { id: taken.safeParse(answer.body).data?.message_id, errors: PERSON_ERRORS }),
    }),
  webhook: directWebhook,
});

const taken = z.object({ message_id: z.string().min(1) });

const envelope = z.object({ entry: z.array(z.object({ messaging: z.array(z.unknown()).default([]) })) });

const event = z.object({
  sender: z.object({ id: z.string() }),
  timestamp: z.number(),
  message: z
    .object({
      mid: z.string().min(1),
      text: z.string().optional(),
      is_echo: z.boolean().default(false),
      quick_reply: z.object({ payload: z.string() }).optional(),
      reply_to: z.object({ mid: z.string().optional() }).optional(),
    })
    .optional(),
  postback: z
    .object({ mid: z.string().optional(), title: z.string().optional(), payload: z.string().optional() })
    .optional(),
  delivery: z.object({ mids: z.array(z.string()).default([]) }).optional(),
  read: z.object({ mid: z.string().optional() }).optional(),
});
type Event = z.infer<typeof event>;

export const directWebhook: Webhook<DirectSettings> = {
  ...signedByMeta,
  parse: ({ body }) =>
    (envelope.safeParse(readJson(body)).data?.entry ?? [])
      .flatMap(({ messaging }) => messaging)
      .flatMap((one) => event.safeParse(one).data ?? [])
      .flatMap(read),
};

/** An echo is what we wrote ourselves. Messenger says of reading only up to when, which names no message. */
function read({
  sender: { id: from },
  timestamp,
  message,
  postback,
  delivery,
  read: seen,
}: Event): ChannelEvent[] {
  const at = new Date(timestamp);
  const receipt = (providerId: string, status: 'delivered' | 'read'): ChannelEvent => ({
    ...{ kind: 'receipt', status, providerId, externalId: `${providerId}:${status}`, at },
  });
  const receipts = [
    ...(delivery?.mids ?? []).map((mid) => receipt(mid, 'delivered')),
    ...(seen?.mid ? [receipt(seen.mid, 'read')] : []),
  ];
  const text = message ? message.text : postback?.title;
  if (!text || message?.is_echo) return receipts;
  const payload = message ? message.quick_reply?.payload : postback?.payload;
  return [
    ...receipts,
    {
      kind: 'reply',
      from,
      text,
      externalId: message?.mid ?? postback?.mid ?? `${from}:${timestamp}`,
      at,
      ...(message?.reply_to?.mid ? { inReplyTo: message.reply_to.mid } : {}),
      ...(payload ? { payload } : {}),
    },
  ];
}

/** How a platform of Meta's calls a person to one page. */
export function normaliseScopedId(address: string): string | null {
  const id = address.trim();
  return /^[1-9]\d{9,19}$/.test(id) ? id : null;
}
