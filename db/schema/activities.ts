import { bigint, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant, ownRows, tenantId } from './columns.ts';
import { contacts, customers } from './customers.ts';

/**
 * What customers did, whatever the trade: an order, a conversation, a visit, points earned, a click on our link.
 * `kind` is a word of the tenant's own; `order` and `click` are those that built-in fields read.
 */
export const activities = pgTable(
  'activities',
  {
    id: id(),
    tenantId: tenantId(),
    customerId: uuid('customer_id')
      .notNull()
      .references(() => customers.id, { onDelete: 'cascade' }),
    contactId: uuid('contact_id').references(() => contacts.id, { onDelete: 'set null' }),
    kind: text('kind').notNull(),
    at: instant('at').notNull(),
    /** An amount in minor units where `currency` stands, else a plain quantity (points); null is not known. */
    value: bigint('value', { mode: 'number' }),
    currency: text('currency'),
    /** The campaign that it answers (a click), where that is known. */
    campaignId: uuid('campaign_id'),
    /** The source's own id of it: the same one again is an update, never a second row. */
    externalId: text('external_id'),
    attributes: jsonb('attributes')
      .$type<Record<string, string | number | boolean | null>>()
      .notNull()
      .default({}),
    importId: uuid('import_id'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('activities_external').on(t.tenantId, t.kind, t.externalId),
    index('activities_customer').on(t.tenantId, t.customerId, t.kind, t.at),
    index('activities_kind').on(t.tenantId, t.kind, t.at, t.customerId),
    ownRows('activities'),
  ],
);
