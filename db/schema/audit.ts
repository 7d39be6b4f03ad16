import { index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { createdAt, id, instant, ownRows, tenantId } from './columns.ts';

/** Append-only (no update or delete grant); each row carries the hash of the one before. */
export const auditEvents = pgTable(
  'audit_events',
  {
    id: id(),
    tenantId: tenantId(),
    seq: integer('seq').notNull(),
    at: instant('at').notNull(),
    actor: jsonb('actor').notNull(),
    action: text('action').notNull(),
    subject: text('subject'),
    data: jsonb('data').notNull().default({}),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [
    uniqueIndex('audit_events_seq').on(t.tenantId, t.seq),
    index('audit_events_subject').on(t.tenantId, t.subject),
    ownRows('audit_events'),
  ],
);

/** How far the chain was signed, now and then; append-only too. */
export const auditHeads = pgTable(
  'audit_heads',
  {
    id: id(),
    tenantId: tenantId(),
    seq: integer('seq').notNull(),
    /** core/audit/audit-head.ts: a DSSE envelope around place, hash and time. */
    envelope: jsonb('envelope').notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('audit_heads_seq').on(t.tenantId, t.seq), ownRows('audit_heads')],
);
