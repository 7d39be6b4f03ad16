import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { campaigns } from './campaigns.ts';
import { createdAt, id, instant, ownRows, tenantId } from './columns.ts';
import { contacts } from './customers.ts';

/** One recipient's own text of a campaign, by a model or by a person; without one the built-in letter is theirs. */
export const writtenMessages = pgTable(
  'written_messages',
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
    author: text('author', { enum: ['model', 'person'] }).notNull(),
    /** `wanted` until it was written; `refused` by the checks, `failed` when nobody wrote it. */
    status: text('status', { enum: ['wanted', 'written', 'refused', 'failed'] }).notNull(),
    /** What it was written from, hashed: another letter or other facts need another text. */
    basis: text('basis').notNull(),
    subject: text('subject'),
    body: text('body'),
    reason: text('reason'),
    tries: integer('tries').notNull().default(0),
    leaseUntil: instant('lease_until'),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('written_messages_once').on(t.tenantId, t.campaignId, t.contactId, t.channel),
    index('written_messages_wanted').on(t.tenantId, t.createdAt).where(sql`status = 'wanted'`),
    ownRows('written_messages'),
  ],
);
