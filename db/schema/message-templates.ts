import { boolean, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant, ownRows, tenantId } from './columns.ts';

/** Texts that a provider approves before they are sent, such as WhatsApp's templates: drafted here, or listed there. */
export const messageTemplates = pgTable(
  'message_templates',
  {
    id: id(),
    tenantId: tenantId(),
    channel: text('channel').notNull(),
    name: text('name').notNull(),
    /** In the provider's spelling. */
    language: text('language').notNull(),
    category: text('category', { enum: ['marketing', 'utility', 'authentication'] }).notNull(),
    status: text('status', { enum: ['draft', 'submitted', 'approved', 'rejected', 'paused'] }).notNull(),
    header: text('header'),
    body: text('body').notNull(),
    footer: text('footer'),
    buttons: jsonb('buttons').$type<string[]>().notNull().default([]),
    /** An example of each parameter, for those who judge it. */
    samples: jsonb('samples').$type<string[]>().notNull().default([]),
    /** What each parameter says, such as contract.ends_on; empty for one that was not drafted here. */
    fields: jsonb('fields').$type<string[]>().notNull().default([]),
    /** Why it was refused, or why ours cannot be filled into it. */
    reason: text('reason'),
    /** A picture heads it: it carries messages that have one. */
    hasPicture: boolean('has_picture').notNull().default(false),
    /** The example of it that is handed in, of the library. */
    pictureId: uuid('picture_id'),
    /** False for one with a link, a film or another part that we do not fill. */
    isUsable: boolean('is_usable').notNull().default(true),
    externalId: text('external_id'),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('message_templates_name').on(t.tenantId, t.channel, t.name, t.language),
    index('message_templates_status').on(t.tenantId, t.channel, t.status),
    ownRows('message_templates'),
  ],
);
