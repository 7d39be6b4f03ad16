import { bigint, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant, ownRows, tenantId } from './columns.ts';

/** What people did elsewhere after a message, as the workspace's own systems or pages tell it; each once. */
export const conversions = pgTable(
  'conversions',
  {
    id: id(),
    tenantId: tenantId(),
    campaignId: uuid('campaign_id').notNull(),
    contactId: uuid('contact_id').notNull(),
    /** The teller's own id of it, such as an order's number. */
    externalId: text('external_id').notNull(),
    via: text('via', { enum: ['api', 'pixel'] }).notNull(),
    /** Null is not known. */
    valueMinor: bigint('value_minor', { mode: 'number' }),
    currency: text('currency'),
    at: instant('at').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('conversions_once').on(t.tenantId, t.campaignId, t.externalId),
    index('conversions_contact').on(t.contactId),
    ownRows('conversions'),
  ],
);
