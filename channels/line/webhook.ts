import { z } from 'zod';
import type { ChannelEvent, Inbound, Webhook } from '../contract.ts';
import { readJson } from '../read-json.ts';
import { isSignedWith } from '../signature.ts';
import type { LineSettings } from './messaging-api.ts';

export const lineWebhook: Webhook<LineSettings> = {
  isSigned({ channelSecret }, { headers, body }) {
    const carried = headers['x-line-signature'];
    const signed = { algorithm: 'sha256', secret: channelSecret, bytes: body } as const;
    return isSignedWith(signed, carried ? Buffer.from(carried, 'base64') : undefined);
  },
  parse: ({ body }: Inbound) => events(readJson(body)).flatMap(read),
};

// Old callbacks lack the event's id, and new kinds come at any time: each event is read alone, what is not known is left.
const event = z.object({
  type: z.string(),
  timestamp: z.number(),
  webhookEventId: z.string().optional(),
  source: z.object({ type: z.literal('user'), userId: z.string() }),
  message: z
    .object({
      id: z.string(),
      type: z.string(),
      text: z.string().optional(),
      quotedMessageId: z.string().optional(),
    })
    .optional(),
  postback: z.object({ data: z.string() }).optional(),
});
type Event = z.infer<typeof event>;

const events = (body: unknown): Event[] =>
  (z.object({ events: z.array(z.unknown()) }).safeParse(body).data?.events ?? []).flatMap(
    (one) => event.safeParse(one).data ?? [],
  );

function read({
  type,
  timestamp,
  webhookEventId,
  source: { userId },
  message,
  postback,
}: Event): ChannelEvent[] {
  const base = { at: new Date(timestamp), externalId: webhookEventId ?? `${type}-${userId}-${timestamp}` };
  // To block the account is to unfollow it; to unblock is no consent to marketing, only an open door.
  if (type === 'unfollow') return [{ ...base, kind: 'opt_out', address: userId, scope: 'all' }];
  if (type === 'postback' && postback?.data)
    return [{ ...base, kind: 'reply', from: userId, text: postback.data, payload: postback.data }];
  if (type !== 'message' || message?.type !== 'text' || !message.text) return [];
  const { text, quotedMessageId } = message;
  const inReplyTo = quotedMessageId ? { inReplyTo: quotedMessageId } : {};
  return [{ ...base, kind: 'reply', from: userId, text, ...inReplyTo }];
}
