import { integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { campaigns } from './campaigns.ts';
import { id, ownRows, tenantId } from './columns.ts';
import { contacts } from './customers.ts';

/** What a version of a campaign changed of one recipient's own text; what no row up to a version names has none there. */
export const writtenVersions = pgTable(
  'written_versions',
  {
    id: id(),
    tenantId: tenantId(),
    campaignId: uuid('campaign_id')
      .notNull()
      .references(() => campaigns.id, { onDelete: 'cascade' }),
    contactId: uuid('contact_id')
      .notNull()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    channel: text('channel').notNull(),
    version: integer('version').notNull(),
    author: text('author', { enum: ['model', 'person'] }).notNull(),
    basis: text('basis').notNull(),
    subject: text('subject'),
    /** Null: the built-in letter from here on. */
    body: text('body'),
  },
  (t) => [
    uniqueIndex('written_versions_once').on(t.campaignId, t.contactId, t.channel, t.version),
    ownRows('written_versions'),
  ],
);
