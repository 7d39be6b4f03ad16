import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant, ownRows, tenantId } from './columns.ts';
import { sealedText } from './sealed-columns.ts';

/** A sender of one channel; `settings` are sealed, `limits` are windows of the channel contract. */
export const channelAccounts = pgTable(
  'channel_accounts',
  {
    id: id(),
    tenantId: tenantId(),
    channel: text('channel').notNull(),
    /** Which adapter carries it: "standin", "smtp", … */
    provider: text('provider').notNull(),
    name: text('name').notNull(),
    sealedSettings: text('sealed_settings').notNull(),
    /** `isOwn`: somebody typed it; the others are what the provider was taken to allow. */
    limits: jsonb('limits').$type<{ perMs: number; max: number; isOwn?: true }[]>().notNull().default([]),
    /** What the provider said that it may send, and when; null: as much as it likes. Beside `limits`. */
    reportedLimits: jsonb('reported_limits')
      .$type<{ perMs: number; max: number | null; at: string }[]>()
      .notNull()
      .default([]),
    /** What one message costs; null where nobody said. */
    price: jsonb('price').$type<{ minor: number; currency: string }>(),
    isEnabled: boolean('is_enabled').notNull().default(true),
    /** Only approved templates begin a conversation by it. */
    needsTemplates: boolean('needs_templates').notNull().default(false),
    /** How far its mailbox was read, in the provider's own words. */
    inboxCursor: text('inbox_cursor'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('channel_accounts_name').on(t.tenantId, t.channel, t.name),
    ownRows('channel_accounts'),
  ],
);

// Two tables that grow with every message and are written several times for each. Their indexes lead with what tells
// rows apart: led by the workspace, one looks cheap to a planner without statistics, and is read whole. They have no
// foreign keys: the statements that insert take their ids from a join with those rows, which the application has no
// right to delete. Their pages keep half of their room for updates (migrations/0076_room_for_updates.sql).

/** The outbox: one row per (campaign, occurrence, contact, step), for ever. */
export const messages = pgTable(
  'messages',
  {
    id: id(),
    tenantId: tenantId(),
    campaignId: uuid('campaign_id').notNull(),
    occurrence: integer('occurrence').notNull(),
    contactId: uuid('contact_id').notNull(),
    step: integer('step').notNull().default(0),
    customerId: uuid('customer_id').notNull(),
    manifestRowId: uuid('manifest_row_id').notNull(),
    approvalId: uuid('approval_id').notNull(),
    purpose: text('purpose', { enum: ['service', 'marketing'] }).notNull(),
    /** Which of the frozen channels it goes by: 0 is the first, 1 the first fallback. */
    fallback: integer('fallback').notNull().default(0),
    /** As its manifest row has it. */
    variant: text('variant'),
    channel: text('channel').notNull(),
    addressHash: text('address_hash').notNull(),
    plannedAt: instant('planned_at').notNull(),
    status: text('status', {
      enum: ['queued', 'claimed', 'submitted', 'delivered', 'read', 'failed', 'unknown', 'dropped'],
    })
      .notNull()
      .default('queued'),
    /** Why a message was dropped or failed, in a word of the closed lists of core/delivery/status.ts. */
    reason: text('reason'),
    detail: text('detail'),
    accountId: uuid('account_id'),
    attempts: integer('attempts').notNull().default(0),
    /** Not before this instant of the database's clock, after a try that failed for now. */
    retryAt: instant('retry_at'),
    leaseOwner: text('lease_owner'),
    leaseUntil: instant('lease_until'),
    providerId: text('provider_id'),
    submittedAt: instant('submitted_at'),
    deliveredAt: instant('delivered_at'),
    readAt: instant('read_at'),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('messages_once').on(t.campaignId, t.occurrence, t.contactId, t.step),
    index('messages_due')
      .on(t.tenantId, t.campaignId, t.channel, t.plannedAt, t.id)
      .where(sql`status = 'queued'`),
    index('messages_retry').on(t.tenantId, t.retryAt).where(sql`status = 'queued' and retry_at is not null`),
    index('messages_claimed').on(t.tenantId, t.leaseUntil).where(sql`status = 'claimed'`),
    index('messages_unknown').on(t.tenantId, t.accountId).where(sql`status = 'unknown'`).concurrently(),
    index('messages_provider').on(t.providerId).where(sql`provider_id is not null`),
    index('messages_contact').on(t.contactId),
    index('messages_customer').on(t.customerId),
    ownRows('messages'),
  ],
);

/** Each try to hand a message to a provider, written before the try and closed after it. */
export const attempts = pgTable(
  'attempts',
  {
    id: id(),
    tenantId: tenantId(),
    messageId: uuid('message_id').notNull(),
    number: integer('number').notNull(),
    channel: text('channel').notNull(),
    accountId: uuid('account_id'),
    outcome: text('outcome', { enum: ['open', 'submitted', 'rejected', 'retry', 'unknown'] }).notNull(),
    code: text('code'),
    detail: text('detail'),
    providerId: text('provider_id'),
    /** The account's, when it was claimed. */
    price: jsonb('price').$type<{ minor: number; currency: string }>(),
    startedAt: instant('started_at').notNull().defaultNow(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    uniqueIndex('attempts_number').on(t.messageId, t.number),
    index('attempts_ended').on(t.accountId, t.endedAt),
    index('attempts_provider').on(t.providerId).where(sql`provider_id is not null`),
    ownRows('attempts'),
  ],
);

/** What a provider reported of a message; the unique key makes a replay harmless. */
export const receipts = pgTable(
  'receipts',
  {
    id: id(),
    tenantId: tenantId(),
    messageId: uuid('message_id')
      .notNull()
      .references(() => messages.id),
    kind: text('kind', {
      enum: ['delivered', 'read', 'failed', 'bounced', 'complained', 'opened', 'clicked'],
    }).notNull(),
    /** A scanner or a mail program that looks ahead, not a person: kept, and counted nowhere. */
    isAutomatic: boolean('is_automatic').notNull().default(false),
    externalId: text('external_id').notNull(),
    /** The channel of the attempt that it is about. */
    channel: text('channel'),
    detail: text('detail'),
    at: instant('at').notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('receipts_external').on(t.tenantId, t.externalId), ownRows('receipts')],
);

/** Addresses that a provider refuses for a while, or whose person wants a rest; by the database's clock. */
export const coolDowns = pgTable(
  'cool_downs',
  {
    id: id(),
    tenantId: tenantId(),
    addressHash: text('address_hash').notNull(),
    channel: text('channel').notNull(),
    purpose: text('purpose', { enum: ['service', 'marketing'] }).notNull(),
    until: instant('until').notNull(),
    /** Asked for by the person. */
    isPause: boolean('is_pause').notNull().default(false),
  },
  (t) => [
    uniqueIndex('cool_downs_once').on(t.tenantId, t.addressHash, t.channel, t.purpose),
    ownRows('cool_downs'),
  ],
);

/** The visible outbox: what the stand-in providers accepted, as a recipient would see it. */
export const standinDeliveries = pgTable(
  'standin_deliveries',
  {
    id: id(),
    tenantId: tenantId(),
    channel: text('channel').notNull(),
    messageId: uuid('message_id').notNull(),
    address: sealedText('address').notNull(),
    content: jsonb('content').notNull(),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('standin_deliveries_message').on(t.tenantId, t.messageId, t.channel),
    ownRows('standin_deliveries'),
  ],
);
