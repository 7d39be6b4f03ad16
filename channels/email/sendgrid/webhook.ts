// SendGrid's signed event webhook: ECDSA over the time and the bytes.
import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import type { ChannelEvent, Inbound, Verdict, Webhook } from '../../contract.ts';
import { readJson } from '../../read-json.ts';
import { isGoneAddress } from '../is-gone-address.ts';
import type { SendgridSettings } from './api.ts';

/** Under this name our id goes along and comes back with every event. */
export const MESSAGE_ARGUMENT = 'refrain_message';

export const sendgridWebhook: Webhook<SendgridSettings> = {
  isSigned: ({ webhookPublicKey }, { headers, body }: Inbound) => {
    const signature = headers['x-twilio-email-event-webhook-signature'];
    const at = headers['x-twilio-email-event-webhook-timestamp'];
    if (!webhookPublicKey || !signature || !at) return false;
    try {
      const key = createPublicKey({
        key: Buffer.from(webhookPublicKey, 'base64'),
        format: 'der',
        type: 'spki',
      });
      const bytes = Buffer.concat([Buffer.from(at), body]);
      return verify('sha256', bytes, key, Buffer.from(signature, 'base64'));
    } catch {
      return false;
    }
  },
  parse: ({ body }) => (told.safeParse(readJson(body)).data ?? []).flatMap(read),
};

const told = z.array(z.unknown());

const event = z.object({
  event: z.string(),
  email: z.string(),
  timestamp: z.number(),
  sg_event_id: z.string().min(1),
  sg_message_id: z.string().default(''),
  [MESSAGE_ARGUMENT]: z.string().optional(),
  reason: z.string().optional(),
  status: z.string().optional(),
  type: z.string().optional(),
});
type Event = z.infer<typeof event>;

function read(one: unknown): ChannelEvent[] {
  const parsed = event.safeParse(one).data;
  if (!parsed) return [];
  const at = new Date(parsed.timestamp * 1000);
  const externalId = parsed.sg_event_id;
  if (parsed.event === 'unsubscribe' || parsed.event === 'group_unsubscribe') {
    const scope = parsed.event === 'unsubscribe' ? 'all' : 'marketing';
    return [{ kind: 'opt_out', address: parsed.email, scope, externalId, at }];
  }
  const meaning = meaningOf(parsed);
  if (!meaning) return [];
  const own = parsed[MESSAGE_ARGUMENT];
  return [
    {
      kind: 'receipt',
      // What follows the first dot names the machine that handled it.
      providerId: parsed.sg_message_id.split('.')[0]!,
      externalId,
      at,
      ...(own ? { messageId: own } : {}),
      ...(parsed.reason ? { detail: `${parsed.status ?? ''} ${parsed.reason}`.trim() } : {}),
      ...meaning,
    },
  ];
}

type Told = { status: 'delivered' | 'failed' | 'bounced' | 'complained' } & Verdict;

// What SendGrid holds back because of what it was told before.
const DROPPED: readonly [RegExp, Told][] = [
  [/bounced address|invalid/i, { status: 'bounced' }],
  [/unsubscribed address/i, { status: 'failed', suppress: 'opted_out' }],
  [/spam reporting address/i, { status: 'failed', suppress: 'marketing_stopped' }],
];

/** Opened and clicked are our own to tell; deferred and processed say nothing yet. */
function meaningOf({ event: name, type, status, reason }: Event): Told | null {
  switch (name) {
    case 'delivered':
      return { status: 'delivered' };
    case 'spamreport':
      return { status: 'complained' };
    case 'dropped':
      return DROPPED.find(([words]) => words.test(reason ?? ''))?.[1] ?? { status: 'failed' };
    case 'bounce': {
      const isGone = type !== 'blocked' && isGoneAddress(`${status ?? ''} ${reason ?? ''}`);
      return { status: isGone ? 'bounced' : 'failed' };
    }
    default:
      return null;
  }
}
