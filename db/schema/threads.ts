import {
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, id, instant, ownRows, tenantId } from './columns.ts';
import { sealedIfNamed, sealedParts } from './sealed-columns.ts';

/** A conversation with the agent. The graph's checkpoints are reached only through this guarded row. */
export const threads = pgTable(
  'threads',
  {
    id: id(),
    tenantId: tenantId(),
    title: sealedIfNamed('title'),
    createdBy: uuid('created_by'),
    /** The campaign that "it" means. */
    campaignId: uuid('campaign_id'),
    leaseOwner: text('lease_owner'),
    leaseUntil: instant('lease_until'),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [index('threads_recent').on(t.tenantId, t.updatedAt), ownRows('threads')],
);

/** What people see of a thread: text and typed parts (core/parts.ts). */
export const threadMessages = pgTable(
  'thread_messages',
  {
    id: id(),
    tenantId: tenantId(),
    threadId: uuid('thread_id')
      .notNull()
      .references(() => threads.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    role: text('role', { enum: ['person', 'agent'] }).notNull(),
    /** Who said it, or was answered by it. */
    userId: uuid('user_id'),
    parts: sealedParts('parts').notNull(),
    /** What was said and what was answered in one turn of a surface that may try it again. */
    turnId: uuid('turn_id'),
    /** For an agent's message: which mind, which prompt, which tools (hashes). */
    provenance: jsonb('provenance'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('thread_messages_position').on(t.threadId, t.position),
    uniqueIndex('thread_messages_turn').on(t.threadId, t.turnId, t.role),
    ownRows('thread_messages'),
  ],
);

/** Calls of a model outside of conversations, such as reading replies: what they used counts in the same budget. */
export const modelCalls = pgTable(
  'model_calls',
  {
    id: id(),
    tenantId: tenantId(),
    purpose: text('purpose', { enum: ['triage', 'writing'] }).notNull(),
    /** Who asked for it, where somebody did. */
    userId: uuid('user_id'),
    mind: text('mind').notNull(),
    inputTokens: integer('input_tokens').notNull(),
    outputTokens: integer('output_tokens').notNull(),
    costUsd: doublePrecision('cost_usd').notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('model_calls_recent').on(t.tenantId, t.createdAt), ownRows('model_calls')],
);
