import { sql } from 'drizzle-orm';
import { bigint, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { approvals, campaigns } from './campaigns.ts';
import { createdAt, id, instant, ownRows, tenantId } from './columns.ts';
import { replies } from './replies.ts';

/** All that went to and fro with one address of one channel, as the people of the workspace work on it. */
export const conversations = pgTable(
  'conversations',
  {
    id: id(),
    tenantId: tenantId(),
    channel: text('channel').notNull(),
    addressHash: text('address_hash').notNull(),
    contactId: uuid('contact_id'),
    customerId: uuid('customer_id'),
    status: text('status', { enum: ['open', 'closed'] })
      .notNull()
      .default('open'),
    assignedTo: uuid('assigned_to'),
    /** Out of sight until then, or until the person writes again. */
    snoozedUntil: instant('snoozed_until'),
    /** Which agreement of the customer's it is about, as somebody said. */
    contractId: uuid('contract_id'),
    tags: text('tags').array().notNull().default(sql`'{}'`),
    /** Who is writing an answer, until when unless they go on: a warning for the others. */
    penHolder: uuid('pen_holder'),
    penUntil: instant('pen_until'),
    /** When the oldest message came that nobody has answered; null when none waits. */
    waitingSince: instant('waiting_since'),
    lastReceivedAt: instant('last_received_at').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('conversations_address').on(t.tenantId, t.channel, t.addressHash),
    index('conversations_waiting').on(t.tenantId, t.status, t.waitingSince),
    index('conversations_customer').on(t.tenantId, t.customerId),
    ownRows('conversations'),
  ],
);

/** What colleagues tell each other about it; never sent. */
export const conversationNotes = pgTable(
  'conversation_notes',
  {
    id: id(),
    tenantId: tenantId(),
    conversationId: uuid('conversation_id')
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    text: text('text').notNull(),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
  },
  (t) => [index('conversation_notes_of').on(t.tenantId, t.conversationId), ownRows('conversation_notes')],
);

/** One message to one person, written as an answer: a manifest of one row under an approval of its own. */
export const answers = pgTable(
  'answers',
  {
    id: id(),
    tenantId: tenantId(),
    conversationId: uuid('conversation_id')
      .notNull()
      .references(() => conversations.id),
    replyId: uuid('reply_id')
      .notNull()
      .references(() => replies.id),
    /** The row under which it is sent (campaigns.is_answer). */
    campaignId: uuid('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    approvalId: uuid('approval_id')
      .notNull()
      .references(() => approvals.id),
    text: text('text').notNull(),
    writtenBy: uuid('written_by'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('answers_campaign').on(t.campaignId),
    uniqueIndex('answers_approval').on(t.approvalId),
    index('answers_conversation').on(t.tenantId, t.conversationId),
    ownRows('answers'),
  ],
);

/** What came of it, as a person confirmed; counted as a conversion of the campaign that was answered. */
export const outcomes = pgTable(
  'outcomes',
  {
    id: id(),
    tenantId: tenantId(),
    conversationId: uuid('conversation_id')
      .notNull()
      .references(() => conversations.id),
    replyId: uuid('reply_id')
      .notNull()
      .references(() => replies.id),
    campaignId: uuid('campaign_id'),
    customerId: uuid('customer_id'),
    /** What the conversation was about when it was said; a contract is counted once, by the newest word about it. */
    contractId: uuid('contract_id'),
    kind: text('kind', { enum: ['renewed', 'declined', 'call_booked', 'solved'] }).notNull(),
    /** Null is not known. */
    valueMinor: bigint('value_minor', { mode: 'number' }),
    currency: text('currency'),
    confirmedBy: uuid('confirmed_by').notNull(),
    confirmedAt: instant('confirmed_at').notNull(),
  },
  (t) => [
    uniqueIndex('outcomes_once').on(t.tenantId, t.replyId),
    index('outcomes_campaign').on(t.tenantId, t.campaignId),
    ownRows('outcomes'),
  ],
);

/** Texts that people keep for answering. */
export const savedAnswers = pgTable(
  'saved_answers',
  {
    id: id(),
    tenantId: tenantId(),
    name: text('name').notNull(),
    language: text('language').notNull(),
    text: text('text').notNull(),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('saved_answers_name').on(t.tenantId, t.name, t.language), ownRows('saved_answers')],
);
