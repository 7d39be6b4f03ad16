import { jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { id, instant, ownRows, tenantId } from './columns.ts';

/** Messages that wait here until somebody comes for them: an app its notices, a person their calls. */
export const shelfMessages = pgTable(
  'shelf_messages',
  {
    id: id(),
    tenantId: tenantId(),
    channel: text('channel').notNull(),
    messageId: uuid('message_id').notNull(),
    address: text('address').notNull(),
    content: jsonb('content').notNull(),
    at: instant('at').notNull().defaultNow(),
    /** Of a call: what came of it, in a word of core/shelf/finish-task.ts, and in the caller's own words. */
    outcome: text('outcome'),
    note: text('note'),
    doneBy: uuid('done_by'),
    doneAt: instant('done_at'),
  },
  (t) => [
    uniqueIndex('shelf_messages_message').on(t.messageId, t.channel, t.tenantId),
    uniqueIndex('shelf_messages_place').on(t.tenantId, t.channel, t.address, t.id),
    ownRows('shelf_messages'),
  ],
);
