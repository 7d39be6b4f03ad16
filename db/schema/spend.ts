import { date, index, integer, numeric, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, ownRows, tenantId } from './columns.ts';

/**
 * What the messages of a batch cost, written when they are claimed; what was not taken after all comes back as a
 * negative entry. Never changed, so that no sender waits for another's.
 */
export const spendEntries = pgTable(
  'spend_entries',
  {
    id: id(),
    tenantId: tenantId(),
    campaignId: uuid('campaign_id').notNull(),
    channel: text('channel').notNull(),
    /** The first of the month in the workspace's zone. */
    month: date('month').notNull(),
    messages: integer('messages').notNull(),
    /** Of the currency's smallest unit; a message may cost less than one. */
    minor: numeric('minor', { precision: 20, scale: 4 }).notNull(),
    currency: text('currency').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index('spend_entries_campaign').on(t.campaignId),
    index('spend_entries_month').on(t.tenantId, t.month),
    ownRows('spend_entries'),
  ],
);
