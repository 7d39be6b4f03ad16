// What Telnyx tells: signed Ed25519 over the time and the bytes.
import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import type { ChannelEvent, Inbound, Webhook } from '../contract.ts';
import { verdictOf } from '../meaning.ts';
import { readJson } from '../read-json.ts';
import { MESSAGE_PARAMETER } from '../report-url.ts';
import { wishIn } from '../stop-words.ts';
import type { TelnyxSettings } from './telnyx.ts';
import { TELNYX_ERRORS } from './telnyx-errors.ts';

export const telnyxWebhook: Webhook<TelnyxSettings> = {
  isSigned: ({ publicKey }, { headers, body, receivedAt }) => {
    const [carried, at] = [headers['telnyx-signature-ed25519'], headers['telnyx-timestamp'] ?? ''];
    const ageS = Math.abs(receivedAt.getTime() / 1000 - Number(at));
    if (!publicKey || !carried || !/^\d{1,12}$/.test(at) || ageS > OLDEST_S) return false;
    const bytes = Buffer.concat([Buffer.from(`${at}|`), body]);
    try {
      return verify(null, bytes, rawKey(publicKey), Buffer.from(carried, 'base64'));
    } catch {
      return false;
    }
  },
  parse: (inbound) => {
    const told = envelope.safeParse(readJson(inbound.body)).data?.data;
    if (!told) return [];
    return told.event_type === 'message.received' ? fromPerson(told) : toReceipt(told, inbound);
  },
};

const OLDEST_S = 5 * 60;

/** RFC 8410: what stands before the 32 bytes of such a key. */
const rawKey = (base64: string) =>
  createPublicKey({
    key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(base64, 'base64')]),
    format: 'der',
    type: 'spki',
  });

const envelope = z.object({
  data: z.object({
    id: z.string().min(1),
    event_type: z.string(),
    occurred_at: z.coerce.date(),
    payload: z.object({
      id: z.string().min(1),
      from: z.object({ phone_number: z.string() }).optional(),
      to: z.array(z.object({ status: z.string().optional() })).default([]),
      text: z.string().nullish(),
      errors: z.array(z.object({ code: z.coerce.string(), title: z.string().default('') })).default([]),
    }),
  }),
});
type Told = z.infer<typeof envelope>['data'];

const STATUSES: Readonly<Record<string, 'delivered' | 'failed'>> = {
  delivered: 'delivered',
  sending_failed: 'failed',
  delivery_failed: 'failed',
};

/** A message has one recipient; what the carrier does not confirm stays as it is. */
function toReceipt({ event_type, occurred_at: at, payload }: Told, { url }: Inbound): ChannelEvent[] {
  const status = STATUSES[payload.to[0]?.status ?? ''];
  if (event_type !== 'message.finalized' || !status) return [];
  const messageId = new URL(url).searchParams.get(MESSAGE_PARAMETER);
  const [error] = payload.errors;
  const verdict = error ? verdictOf(TELNYX_ERRORS.get(error.code)) : {};
  return [
    {
      kind: 'receipt',
      status: verdict.suppress === 'no_such_address' ? 'bounced' : status,
      providerId: payload.id,
      externalId: `${payload.id}:${status}`,
      at,
      ...(messageId ? { messageId } : {}),
      ...(error ? { detail: `${error.code} ${error.title}`.trim() } : {}),
      ...verdict,
    },
  ];
}

function fromPerson({ occurred_at: at, payload }: Told): ChannelEvent[] {
  const [from, text] = [payload.from?.phone_number, payload.text];
  if (!from || !text) return [];
  const kind = wishIn(text);
  return [
    ...(kind ? [{ kind, address: from, scope: 'all' as const, externalId: `${payload.id}:wish`, at }] : []),
    { kind: 'reply', from, text, externalId: payload.id, at },
  ];
}
