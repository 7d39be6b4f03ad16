// Messages handed to another program as Standard Webhooks (https://www.standardwebhooks.com): it knows one that comes
// again by its id, and tells us in the same way what became of it.
import { isIP } from 'node:net';
import { Webhook as Signer } from 'standardwebhooks';
import { z } from 'zod';
import { isPublicAddress } from '../../lib/public-address.ts';
import { createPublicAgent } from '../../lib/public-agent.ts';
import { apiSender, judgeSaid } from '../api-sender.ts';
import type { ChannelEvent, LimitWindow, Outgoing, Provider, SendResult, Webhook } from '../contract.ts';
import { readJson } from '../read-json.ts';

/** As it is written; what a name leads to is judged when it is called. */
function isPublicHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  return isIP(host) ? isPublicAddress(host) : host.includes('.');
}

export const standardSettings = z.strictObject({
  url: z
    .url({ protocol: /^https$/ })
    .refine((url) => isPublicHost(new URL(url).hostname), 'This is no address of the public Internet.'),
  /** Shared with the other program: "whsec_" and 24 to 64 bytes in base64. */
  secret: z.string().regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/),
  timeoutMs: z.int().positive().default(20_000),
});
export type StandardSettings = z.infer<typeof standardSettings>;

/** `toUrl` lets a test listen in the other program's place. */
type Options = { limits: readonly LimitWindow[]; toUrl?: string | undefined };

export const standardProvider = ({ limits, toUrl }: Options): Provider<StandardSettings> => ({
  key: 'standard',
  settings: standardSettings,
  defaultLimits: limits,
  open: ({ url, secret, timeoutMs }) => {
    const agent = toUrl ? undefined : createPublicAgent({}, timeoutMs).agent;
    const sender = apiSender({
      atOnce: 10,
      isIdempotent: true,
      call: (message) => {
        const body = JSON.stringify(bodyOf(message));
        return {
          url: toUrl ?? url,
          headers: signed(secret, { id: message.messageId, body }),
          body,
          timeoutMs,
          agent,
        };
      },
      judge,
    });
    return { ...sender, close: async () => agent?.close() };
  },
  webhook: standardWebhook,
});

/** The id is the message's own at every attempt: it is what the other program knows it by. */
function signed(secret: string, { id, body }: { id: string; body: string }): Record<string, string> {
  const at = new Date();
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Signer(secret).sign(id, at, body),
  };
}

const bodyOf = ({ messageId: id, to, content: { subject, text, link }, sender }: Outgoing) => ({
  type: 'message.send',
  data: { id, to, ...(subject ? { subject } : {}), text, ...(link ? { link } : {}), sender },
});

/** Taken is any 2xx. Since it is known again, silence and faults are tried again; 410 ends the account's use. */
const judge: Parameters<typeof apiSender>[0]['judge'] = (answer, { messageId }): SendResult => {
  if (answer.status >= 500)
    return { outcome: 'retry', code: String(answer.status), detail: 'The receiver failed.' };
  return judgeSaid(answer, {
    id: messageId,
    ...(answer.status === 410 ? { meaning: { is: 'account' } } : {}),
  });
};

const told = z.discriminatedUnion('type', [
  z.object({
    type: z.enum(['message.delivered', 'message.read', 'message.failed', 'message.bounced']),
    timestamp: z.coerce.date(),
    data: z.object({ id: z.uuid(), detail: z.string().max(300).optional() }),
  }),
  z.object({
    type: z.literal('message.received'),
    timestamp: z.coerce.date(),
    data: z.object({ from: z.string().min(1), text: z.string().min(1), inReplyTo: z.string().optional() }),
  }),
  z.object({
    type: z.enum(['contact.opted_out', 'contact.opted_in']),
    timestamp: z.coerce.date(),
    data: z.object({ address: z.string().min(1), scope: z.enum(['all', 'marketing']).default('all') }),
  }),
]);

const STATUSES = {
  'message.delivered': 'delivered',
  'message.read': 'read',
  'message.failed': 'failed',
  'message.bounced': 'bounced',
} as const;

const standardWebhook: Webhook<StandardSettings> = {
  isSigned: ({ secret }, { headers, body }) => {
    try {
      const given = Object.fromEntries(
        Object.entries(headers).filter(([name]) => name.startsWith('webhook-')),
      );
      new Signer(secret).verify(Buffer.from(body), given as Record<string, string>);
      return true;
    } catch {
      return false;
    }
  },
  parse: ({ headers, body }) => {
    const found = told.safeParse(readJson(body)).data;
    return found ? [{ ...read(found), externalId: headers['webhook-id'] ?? '', at: found.timestamp }] : [];
  },
};

type Bare<Event> = Event extends unknown ? Omit<Event, 'externalId' | 'at'> : never;

function read(found: z.infer<typeof told>): Bare<ChannelEvent> {
  switch (found.type) {
    case 'message.received':
      return { kind: 'reply', ...found.data };
    case 'contact.opted_out':
    case 'contact.opted_in':
      return { kind: found.type === 'contact.opted_out' ? 'opt_out' : 'opt_in', ...found.data };
    default: {
      const { id, ...more } = found.data;
      return { kind: 'receipt', status: STATUSES[found.type], providerId: id, messageId: id, ...more };
    }
  }
}
