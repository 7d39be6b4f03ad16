import { boolean, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { campaigns } from './campaigns.ts';
import { createdAt, id, ownRows, tenantId } from './columns.ts';

/** Where a short address in one recipient's message leads; kept when the message was frozen. */
export const shortLinks = pgTable(
  'short_links',
  {
    id: id(),
    tenantId: tenantId(),
    campaignId: uuid('campaign_id')
      .notNull()
      .references(() => campaigns.id, { onDelete: 'cascade' }),
    contactId: uuid('contact_id').notNull(),
    code: text('code').notNull(),
    target: text('target').notNull(),
    /** Of a test message: who opens it is the tester, and nothing is noted. */
    isTest: boolean('is_test').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('short_links_code').on(t.code),
    index('short_links_campaign').on(t.campaignId),
    ownRows('short_links'),
  ],
);
