import { z } from 'zod';
import type { ChannelEvent, Inbound, Webhook } from '../contract.ts';
import { verdictOf } from '../meaning.ts';
import { MESSAGE_PARAMETER } from '../report-url.ts';
import { isSignedByTwilio } from '../twilio/signature.ts';

export const voiceWebhook: Webhook<{ authToken: string }> = {
  isSigned: ({ authToken }, inbound) => isSignedByTwilio(authToken, inbound),
  parse: (inbound) => {
    const values = Object.fromEntries(new URLSearchParams(Buffer.from(inbound.body).toString('utf8')));
    return [...toReceipt(values, inbound), ...toReply(values, inbound)];
  },
  // After what was heard nothing more is said: the call ends.
  thanks: { type: 'text/xml', body: '<Response/>' },
};

const HOUR = 3_600_000;
/** Nobody took it: not by a call for a while, so that another channel may carry it. */
const NOT_NOW = verdictOf({ is: 'not_here', forMs: 4 * HOUR });
const STATUSES = {
  completed: { status: 'delivered' },
  busy: { status: 'failed', ...NOT_NOW },
  'no-answer': { status: 'failed', ...NOT_NOW },
  failed: { status: 'failed' },
  canceled: { status: 'failed' },
} as const;

const report = z.object({
  CallSid: z.string().min(1),
  CallStatus: z.enum(Object.keys(STATUSES) as (keyof typeof STATUSES)[]),
  CallDuration: z.string().optional(),
});

function toReceipt(values: Record<string, string>, { url, receivedAt: at }: Inbound): ChannelEvent[] {
  const told = report.safeParse(values).data;
  if (!told) return [];
  const { CallSid, CallStatus, CallDuration } = told;
  const messageId = new URL(url).searchParams.get(MESSAGE_PARAMETER);
  return [
    {
      kind: 'receipt',
      providerId: CallSid,
      externalId: `${CallSid}:${CallStatus}`,
      at,
      ...(messageId ? { messageId } : {}),
      detail: CallDuration ? `${CallStatus}, ${CallDuration} s` : CallStatus,
      ...STATUSES[CallStatus],
    },
  ];
}

const heard = z.object({
  CallSid: z.string().min(1),
  To: z.string().min(1),
  SpeechResult: z.string().min(1).optional(),
  Digits: z.string().min(1).optional(),
});

/** The key that ends calls, where a text says so; what is spoken is an answer like any other. */
const STOP_KEY = '9';

function toReply(values: Record<string, string>, { receivedAt: at }: Inbound): ChannelEvent[] {
  const told = heard.safeParse(values).data;
  if (!told) return [];
  const { CallSid, To: from, SpeechResult: text, Digits } = told;
  if (Digits === STOP_KEY)
    return [{ kind: 'opt_out', address: from, scope: 'all', externalId: `${CallSid}:wish`, at }];
  return text ? [{ kind: 'reply', from, text, externalId: `${CallSid}:said`, inReplyTo: CallSid, at }] : [];
}
