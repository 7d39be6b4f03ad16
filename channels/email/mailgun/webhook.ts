// What Mailgun reports. It signs a time and a token, not the bytes: that it is young is all that keeps it from being
// told again with other words, so it is.
import { z } from 'zod';
import type { ChannelEvent, Inbound, Verdict, Webhook } from '../../contract.ts';
import { readJson } from '../../read-json.ts';
import { isSignedWith } from '../../signature.ts';
import { isGoneAddress } from '../is-gone-address.ts';
import type { MailgunSettings } from './api.ts';

const OLDEST_S = 15 * 60;

const signature = z.object({
  signature: z.object({
    timestamp: z.string().regex(/^\d{1,12}$/),
    token: z.string().min(20).max(100),
    signature: z.string().regex(/^[0-9a-f]{64}$/),
  }),
});

/** Under this name our id goes along and comes back with every event. */
export const MESSAGE_VARIABLE = 'refrain_message';

export const mailgunWebhook: Webhook<MailgunSettings> = {
  isSigned: ({ webhookSigningKey: secret }, { body, receivedAt }: Inbound) => {
    const signed = signature.safeParse(readJson(body)).data?.signature;
    if (!secret || !signed) return false;
    const { timestamp, token, signature: carried } = signed;
    if (Math.abs(receivedAt.getTime() / 1000 - Number(timestamp)) > OLDEST_S) return false;
    return isSignedWith(
      { algorithm: 'sha256', secret, bytes: timestamp + token },
      Buffer.from(carried, 'hex'),
    );
  },
  parse: ({ body }) => {
    const told = envelope.safeParse(readJson(body)).data;
    return told ? read(told['event-data']) : [];
  },
};

const envelope = z.object({
  'event-data': z.object({
    id: z.string().min(1),
    event: z.string(),
    timestamp: z.number(),
    recipient: z.string().default(''),
    severity: z.string().optional(),
    reason: z.string().optional(),
    message: z.object({ headers: z.object({ 'message-id': z.string().optional() }).optional() }).optional(),
    'user-variables': z.object({ [MESSAGE_VARIABLE]: z.string().optional() }).optional(),
    'delivery-status': z
      .object({
        code: z.number().optional(),
        message: z.string().nullish(),
        description: z.string().nullish(),
      })
      .optional(),
  }),
});
type Event = z.infer<typeof envelope>['event-data'];

function read(told: Event): ChannelEvent[] {
  const { id: externalId, recipient, event } = told;
  const at = new Date(told.timestamp * 1000);
  if (event === 'unsubscribed')
    return [{ kind: 'opt_out', address: recipient, scope: 'all', externalId, at }];
  const meaning = meaningOf(told);
  if (!meaning) return [];
  const messageId = told['user-variables']?.[MESSAGE_VARIABLE];
  const words = wordsOf(told);
  return [
    {
      kind: 'receipt',
      // It drops the brackets that it answered the send with.
      providerId: `<${told.message?.headers?.['message-id'] ?? ''}>`,
      externalId,
      at,
      ...(messageId ? { messageId } : {}),
      ...(words ? { detail: words } : {}),
      ...meaning,
    },
  ];
}

const wordsOf = ({ reason, 'delivery-status': status }: Event): string =>
  [reason, status?.code, status?.message || status?.description].filter(Boolean).join(' ');

type Told = { status: 'delivered' | 'failed' | 'bounced' | 'complained' } & Verdict;

/** A temporary failure is tried again by Mailgun; opened and clicked are our own to tell. */
function meaningOf(told: Event): Told | null {
  switch (told.event) {
    case 'delivered':
      return { status: 'delivered' };
    case 'complained':
      return { status: 'complained' };
    case 'failed':
      return told.severity === 'permanent' ? ofFailure(told) : null;
    default:
      return null;
  }
}

function ofFailure(told: Event): Told {
  // Held back because of what it was told before.
  if (told.reason === 'suppress-unsubscribe') return { status: 'failed', suppress: 'opted_out' };
  if (told.reason === 'suppress-complaint') return { status: 'failed', suppress: 'marketing_stopped' };
  const isGone = told.reason === 'suppress-bounce' || isGoneAddress(wordsOf(told));
  return { status: isGone ? 'bounced' : 'failed' };
}
