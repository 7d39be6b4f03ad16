import { z } from 'zod';
import type { ChannelEvent, Inbound, Webhook } from '../contract.ts';
import { verdictOf } from '../meaning.ts';
import { MESSAGE_PARAMETER } from '../report-url.ts';
import { wishIn } from '../stop-words.ts';
import { TWILIO_ERRORS } from './errors.ts';
import { isSignedByTwilio } from './signature.ts';

export const twilioWebhook: Webhook<{ authToken: string }> = {
  isSigned: ({ authToken }, inbound) => isSignedByTwilio(authToken, inbound),
  parse: (inbound) => {
    const form = new URLSearchParams(Buffer.from(inbound.body).toString('utf8'));
    const values = Object.fromEntries(form);
    return [...toReceipt(values, inbound), ...fromPerson(values, inbound)];
  },
  // To an inbound message it is told what to answer, in its own markup: nothing.
  thanks: { type: 'text/xml', body: '<Response/>' },
};

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

/** What a person wrote is an answer like any other; a word that Twilio acts on is acted on here too. */
function fromPerson(values: Record<string, string>, { receivedAt: at }: Inbound): ChannelEvent[] {
  const told = 'MessageStatus' in values ? undefined : inboundMessage.safeParse(values).data;
  if (!told) return [];
  const { MessageSid: externalId, Body: text, OptOutType } = told;
  // Of RCS the number has its scheme before it.
  const from = told.From.replace(/^rcs:/, '');
  const wish = { address: from, scope: 'all' as const, externalId: `${externalId}:wish`, at };
  const word = wishIn(text);
  const isStop = OptOutType === 'STOP' || word === 'opt_out';
  const isStart = !isStop && (OptOutType === 'START' || word === 'opt_in');
  return [
    ...(isStop ? [{ ...wish, kind: 'opt_out' as const }] : []),
    ...(isStart ? [{ ...wish, kind: 'opt_in' as const }] : []),
    ...(text ? [{ kind: 'reply' as const, from, text, externalId, at }] : []),
  ];
}
