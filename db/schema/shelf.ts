import { index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { id, instant, ownRows, tenantId } from './columns.ts';
import { sealedText } from './sealed-columns.ts';

/** Messages that wait here until somebody comes for them: an app its notices, a person their calls. */
export const shelfMessages = pgTable(
  'shelf_messages',
  {
    id: id(),
    tenantId: tenantId(),
    channel: text('channel').notNull(),
    messageId: uuid('message_id').notNull(),
    address: sealedText('address').notNull(),
    /** Null for one of an earlier version, until it is sealed. */
    addressHash: text('address_hash'),
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
    index('shelf_messages_of').on(t.tenantId, t.channel, t.addressHash, t.at),
    ownRows('shelf_messages'),
  ],
);
