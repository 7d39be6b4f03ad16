import { z } from 'zod';
import type { ChannelEvent, Inbound, Webhook } from '../contract.ts';
import { verdictOf } from '../meaning.ts';
import { TWILIO_ERRORS } from './errors.ts';
import type { TwilioSettings } from './twilio.ts';
import { isSignedByTwilio } from './twilio-signature.ts';

export const twilioWebhook: Webhook<TwilioSettings> = {
  isSigned: ({ authToken }, inbound) => isSignedByTwilio(authToken, inbound),
  parse: (inbound) => {
    const form = new URLSearchParams(Buffer.from(inbound.body).toString('utf8'));
    const values = Object.fromEntries(form);
    return [...toReceipt(values, inbound), ...fromPerson(values, inbound)];
  },
  // To an inbound message it is told what to answer, in its own markup: nothing.
  thanks: { type: 'text/xml', body: '<Response/>' },
};

/** Ours comes back in the address that we gave for this message's reports. */
export const MESSAGE_PARAMETER = 'message';

const STATUSES = {
  delivered: 'delivered',
  read: 'read',
  undelivered: 'failed',
  failed: 'failed',
  canceled: 'failed',
} as const;

const report = z.object({
  MessageSid: z.string().min(1),
  MessageStatus: z.enum(Object.keys(STATUSES) as (keyof typeof STATUSES)[]),
  ErrorCode: z.coerce.number().optional(),
  ErrorMessage: z.string().optional(),
});

function toReceipt(values: Record<string, string>, { url, receivedAt }: Inbound): ChannelEvent[] {
  const told = report.safeParse(values).data;
  if (!told) return [];
  const { MessageSid, MessageStatus, ErrorCode, ErrorMessage } = told;
  const messageId = new URL(url).searchParams.get(MESSAGE_PARAMETER);
  const verdict = ErrorCode ? verdictOf(TWILIO_ERRORS.get(ErrorCode)) : {};
  const status = STATUSES[MessageStatus];
  return [
    {
      kind: 'receipt',
      status: status === 'failed' && verdict.suppress === 'no_such_address' ? 'bounced' : status,
      providerId: MessageSid,
      externalId: `${MessageSid}:${MessageStatus}`,
      at: receivedAt,
      ...(messageId ? { messageId } : {}),
      ...(ErrorCode ? { detail: `${ErrorCode} ${ErrorMessage ?? ''}`.trim() } : {}),
      ...verdict,
    },
  ];
}

const inboundMessage = z.object({
  MessageSid: z.string().min(1),
  From: z.string().min(1),
  Body: z.string(),
  OptOutType: z.string().optional(),
});

// The words on which Twilio itself stops sending to a number, and those on which it begins again.
const STOPS = /^(stop|unsubscribe|end|quit|stopall|revoke|optout|cancel)$/i;
const STARTS = /^(start|unstop)$/i;

/** What a person wrote is an answer like any other; a word that Twilio acts on is acted on here too. */
function fromPerson(values: Record<string, string>, { receivedAt: at }: Inbound): ChannelEvent[] {
  const told = 'MessageStatus' in values ? undefined : inboundMessage.safeParse(values).data;
  if (!told) return [];
  const { MessageSid: externalId, From: from, Body: text, OptOutType } = told;
  const wish = { address: from, scope: 'all' as const, externalId: `${externalId}:wish`, at };
  const word = text.trim();
  const isStop = OptOutType === 'STOP' || STOPS.test(word);
  const isStart = !isStop && (OptOutType === 'START' || STARTS.test(word));
  return [
    ...(isStop ? [{ ...wish, kind: 'opt_out' as const }] : []),
    ...(isStart ? [{ ...wish, kind: 'opt_in' as const }] : []),
    ...(text ? [{ kind: 'reply' as const, from, text, externalId, at }] : []),
  ];
}
