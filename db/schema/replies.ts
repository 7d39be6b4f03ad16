import { index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant, ownRows, tenantId } from './columns.ts';

/** An inbound message. The body is data: nothing of it reaches the tool-calling model. */
export const replies = pgTable(
  'replies',
  {
    id: id(),
    tenantId: tenantId(),
    channel: text('channel').notNull(),
    /** The provider's id of it, or one of ours: the same one twice is one reply. */
    externalId: text('external_id').notNull(),
    identifier: text('identifier').notNull(),
    addressHash: text('address_hash').notNull(),
    body: text('body').notNull(),
    contactId: uuid('contact_id'),
    customerId: uuid('customer_id'),
    campaignId: uuid('campaign_id'),
    messageId: uuid('message_id'),
    /** How contact and campaign were found, or the candidates when it is not certain. */
    match: jsonb('match').notNull(),
    /** core/replies/triage.ts */
    triage: jsonb('triage'),
    triagedAt: instant('triaged_at'),
    /** What was done by code at once (an opt-out), with its effect. */
    effects: jsonb('effects').notNull().default([]),
    status: text('status', { enum: ['open', 'done'] })
      .notNull()
      .default('open'),
    receivedAt: instant('received_at').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('replies_external').on(t.tenantId, t.channel, t.externalId),
    index('replies_recent').on(t.tenantId, t.receivedAt),
    index('replies_campaign').on(t.tenantId, t.campaignId),
    ownRows('replies'),
  ],
);
