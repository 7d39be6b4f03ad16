import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { id, instant, ownRows, tenantId } from './columns.ts';

export const REVIEW_DECISIONS = ['confirm', 'discard', 'merge', 'split', 'fix'] as const;

/** One decision about items of the review list, however many: what it did is kept, so that it can be undone. */
export const reviewDecisions = pgTable(
  'review_decisions',
  {
    id: id(),
    tenantId: tenantId(),
    decision: text('decision', { enum: REVIEW_DECISIONS }).notNull(),
    /** core/customers/review/done-step.ts, in the order in which it was done. */
    done: jsonb('done').notNull(),
    actor: jsonb('actor').notNull(),
    at: instant('at').notNull(),
    undoneAt: instant('undone_at'),
    undoneBy: jsonb('undone_by'),
  },
  (t) => [index('review_decisions_at').on(t.tenantId, t.at), ownRows('review_decisions')],
);
