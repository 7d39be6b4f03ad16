import { z } from 'zod';
import type { InboundAttachment } from '../../channels/mailbox-contract.ts';
import { AppError } from '../../lib/errors.ts';
import { storable } from '../../lib/text.ts';
import type { IsLikelyStop } from '../ports.ts';

/** The canonical form of an address on a channel, or null when it is none; `country` reads a local phone number. */
export type ChannelNormaliser = (channel: string, address: string, country?: string) => string | null;

export type ReplyInput = {
  channel: string;
  /** Who wrote, as the channel names them: an address, a phone number, a user id. */
  identifier: string;
  message: string;
  /** The provider's id of the message; without one, and without a Message-ID, every call is a message of its own. */
  externalId?: string | undefined;
  headers?: Record<string, string> | undefined;
  /** The provider's id, or ours, of the message that this one answers. */
  inReplyTo?: string | undefined;
  receivedAt?: Date | undefined;
  /** The provider signed who wrote. Of a mail its headers may prove it; a caller's word does not. */
  isSenderProven?: boolean | undefined;
  /** From 0 to 10, where it was pressed. */
  score?: number | null | undefined;
  attachments?: readonly InboundAttachment[] | undefined;
  normalise: ChannelNormaliser;
  /** What doubts a stop that code heard in free wording; without it whatever is heard acts. */
  isLikelyStop?: IsLikelyStop | undefined;
};

const shape = z.object({
  channel: z.string().min(1).max(40),
  identifier: z.string().trim().min(1).max(320),
  message: z.string(),
  externalId: z.string().min(1).max(1000).optional(),
  headers: z.record(z.string(), z.string()).default({}),
  inReplyTo: z.string().max(1000).optional(),
  receivedAt: z.date().optional(),
  isSenderProven: z.boolean().default(false),
  score: z.int().min(0).max(10).nullable().default(null),
  attachments: z.array(z.custom<InboundAttachment>()).default([]),
});

// A long mail is quoted history and pasted documents; what a person asks stands at its start, rarely at its end.
const KEPT_START = 60_000;
const KEPT_END = 4_000;
const KEPT_HEADERS = [
  ...['message-id', 'in-reply-to', 'references', 'subject', 'from', 'return-path', 'content-type'],
  ...[
    'auto-submitted',
    'precedence',
    'x-autoreply',
    'x-autorespond',
    'x-autoresponse',
    'x-failed-recipients',
  ],
  'x-auto-response-suppress',
  'authentication-results',
];
const KEPT_OF_HEADER = 2_000;

export type CleanReply = Omit<z.output<typeof shape>, 'message'> & { body: string; cutFrom: number | null };

/**
 * Checks and contains what came from outside: what Postgres cannot hold (NUL, half characters) is replaced, what is too
 * long is kept at both ends. Throws `input:invalid` for a shape that no channel sends.
 */
export function cleanReply(input: Omit<ReplyInput, 'normalise' | 'isLikelyStop'>): CleanReply {
  const parsed = shape.safeParse(input);
  if (!parsed.success) {
    throw new AppError('input:invalid', `This is not a reply: ${z.prettifyError(parsed.error)}`, {
      nextStep: 'Give channel, identifier and message as text.',
    });
  }
  const { message, headers, ...rest } = parsed.data;
  const isLong = message.length > KEPT_START + KEPT_END;
  const body = isLong ? `${message.slice(0, KEPT_START)}\n[…]\n${message.slice(-KEPT_END)}` : message;
  return {
    ...rest,
    identifier: storable(rest.identifier),
    ...(rest.externalId ? { externalId: storable(rest.externalId) } : {}),
    headers: keptHeaders(headers),
    body: storable(body),
    cutFrom: isLong ? message.length : null,
  };
}

/** Those that say what a mail is and what it answers; names in lower case. */
export const keptHeaders = (headers: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(headers)
      .map(([name, value]) => [name.toLowerCase(), storable(value).slice(0, KEPT_OF_HEADER)] as const)
      .filter(([name]) => KEPT_HEADERS.includes(name)),
  );
