import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant, ownRows, tenantId } from './columns.ts';
import { sealedBytes, sealedJson, sealedText } from './sealed-columns.ts';

/** How contact and campaign were found; several `candidates` are kept, never guessed between. */
export type ReplyMatch = {
  /** `person`: somebody of the workspace said so. */
  contact: 'message' | 'address' | 'person' | 'several' | 'none';
  campaign: 'message' | 'newest' | 'none';
  candidates: { contactId: string; customerId: string }[];
  /** False when the identifier is no address of its channel. */
  isAddress: boolean;
  /** Characters received, when more than is kept. */
  cutFrom?: number;
};

/** What code did at once, and the words that made it. */
export type ReplyEffect = {
  /** `held`: until a person has decided whether it is a stop; `released`: they said that it is none. */
  kind: 'opt_out' | 'opt_in' | 'held' | 'released';
  scope: 'all' | 'marketing' | 'held';
  because: string;
  contacts: number;
  addresses: number;
  /** Queued messages dropped. */
  halted: number;
};

/** `of_another`: a code of another customer's, which stays theirs. */
export type NamedCode =
  | 'accepted'
  | 'unknown'
  | 'redeemed'
  | 'not_begun'
  | 'expired'
  | 'used_up'
  | 'customer_limit'
  | 'of_another';

/** An inbound message. The body is data: nothing of it reaches the tool-calling model. */
export const replies = pgTable(
  'replies',
  {
    id: id(),
    tenantId: tenantId(),
    channel: text('channel').notNull(),
    /** The provider's id of it, or one of ours: the same one twice is one reply. */
    externalId: text('external_id').notNull(),
    identifier: sealedText('identifier').notNull(),
    addressHash: text('address_hash').notNull(),
    body: sealedText('body').notNull(),
    /** Of an e-mail, those that say what it is and what it answers; names in lower case. */
    headers: sealedJson('headers').$type<Record<string, string>>().notNull().default({}),
    contactId: uuid('contact_id'),
    customerId: uuid('customer_id'),
    campaignId: uuid('campaign_id'),
    messageId: uuid('message_id'),
    /** db/schema/conversations.ts */
    conversationId: uuid('conversation_id'),
    /** How contact and campaign were found, or the candidates when it is not certain. */
    match: jsonb('match').$type<ReplyMatch>().notNull(),
    /** Pressed on the page of a survey, and what was written beside it; null: it was not answered there. */
    score: integer('score'),
    /** core/replies/triage.ts */
    triage: jsonb('triage'),
    triagedAt: instant('triaged_at'),
    /** Failed tries; a few more are made while `triaged_at` is empty. */
    triageFailures: integer('triage_failures').notNull().default(0),
    /** What was done by code at once (an opt-out), with its effect. */
    effects: jsonb('effects').$type<ReplyEffect[]>().notNull().default([]),
    /** What came of each code of an offer that it names. */
    redemptions: jsonb('redemptions').$type<NamedCode[]>().notNull().default([]),
    /** Whether it asks for no more messages could not be told: open until a person has said it. */
    doubt: text('doubt', { enum: ['open', 'stop', 'none'] }),
    status: text('status', { enum: ['open', 'done'] })
      .notNull()
      .default('open'),
    receivedAt: instant('received_at').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('replies_external').on(t.tenantId, t.channel, t.externalId),
    index('replies_recent').on(t.tenantId, t.receivedAt),
    index('replies_unread')
      .on(t.tenantId, t.triageFailures, t.receivedAt, t.id)
      .where(sql`triaged_at is null`),
    index('replies_campaign').on(t.tenantId, t.campaignId),
    index('replies_customer').on(t.tenantId, t.customerId),
    index('replies_doubt').on(t.tenantId, t.receivedAt).where(sql`doubt = 'open'`),
    index('replies_conversation').on(t.tenantId, t.conversationId),
    ownRows('replies'),
  ],
);

/** What came with a message: kept as it was, never opened, handed out as a download only. */
export const replyAttachments = pgTable(
  'reply_attachments',
  {
    id: id(),
    tenantId: tenantId(),
    replyId: uuid('reply_id')
      .notNull()
      .references(() => replies.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    type: text('type').notNull(),
    size: integer('size').notNull(),
    /** Null where it was more than is kept. */
    content: sealedBytes('content'),
    createdAt: createdAt(),
  },
  (t) => [index('reply_attachments_of').on(t.tenantId, t.replyId), ownRows('reply_attachments')],
);
