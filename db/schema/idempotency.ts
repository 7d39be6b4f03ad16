import { index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, ownRows, tenantId } from './columns.ts';
import { sealedText } from './sealed-columns.ts';
import { users } from './tenants.ts';

/** A request that its sender may repeat: what it was, and what was answered. Kept for a day. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    id: id(),
    tenantId: tenantId(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    key: text('key').notNull(),
    /** SHA-256 of the address and the body: the same key for something else is a mistake. */
    requestHash: text('request_hash').notNull(),
    /** Null while it is worked on, and for ever where the process ended in the middle. */
    status: integer('status'),
    answer: sealedText('answer'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('idempotency_keys_key').on(t.tenantId, t.userId, t.key),
    index('idempotency_keys_created').on(t.tenantId, t.createdAt),
    ownRows('idempotency_keys'),
  ],
);
