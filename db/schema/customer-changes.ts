import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant, ownRows, tenantId } from './columns.ts';
import { customers } from './customers.ts';
import { sealedJson } from './sealed-columns.ts';
import { threads } from './threads.ts';

/** What somebody wants to change about a customer. Nothing of it holds until a person confirms it. */
export const customerChanges = pgTable(
  'customer_changes',
  {
    id: id(),
    tenantId: tenantId(),
    customerId: uuid('customer_id')
      .notNull()
      .references(() => customers.id, { onDelete: 'cascade' }),
    status: text('status', { enum: ['proposed', 'confirmed', 'rejected', 'undone'] })
      .notNull()
      .default('proposed'),
    /** core/customers/change.ts: the steps, each with the value that it found. */
    steps: sealedJson('steps').notNull(),
    why: text('why').notNull(),
    threadId: uuid('thread_id').references(() => threads.id),
    /** Who asked for it, and who decided: core/tenants/roles.ts Actor. */
    proposedBy: jsonb('proposed_by').notNull(),
    decidedBy: jsonb('decided_by'),
    decidedAt: instant('decided_at'),
    /** core/customers/changes/customer-values.ts: what confirming did to the customer's values, for undoing it. */
    done: sealedJson('done'),
    undoneBy: jsonb('undone_by'),
    undoneAt: instant('undone_at'),
    createdAt: createdAt(),
  },
  (t) => [index('customer_changes_customer').on(t.tenantId, t.customerId), ownRows('customer_changes')],
);

/** Each value that a person changed: before, after, who and why. Rows are only added. */
export const valueHistory = pgTable(
  'value_history',
  {
    id: id(),
    tenantId: tenantId(),
    customerId: uuid('customer_id')
      .notNull()
      .references(() => customers.id, { onDelete: 'cascade' }),
    contactId: uuid('contact_id'),
    /** A field's key, or what of a contact ("role", "left", "email"). */
    field: text('field').notNull(),
    before: sealedJson('before'),
    after: sealedJson('after'),
    why: text('why').notNull(),
    actor: jsonb('actor').notNull(),
    changeId: uuid('change_id').references(() => customerChanges.id, { onDelete: 'set null' }),
    at: instant('at').notNull(),
  },
  (t) => [index('value_history_customer').on(t.tenantId, t.customerId, t.at), ownRows('value_history')],
);

export const customerNotes = pgTable(
  'customer_notes',
  {
    id: id(),
    tenantId: tenantId(),
    customerId: uuid('customer_id')
      .notNull()
      .references(() => customers.id, { onDelete: 'cascade' }),
    body: text('body').notNull(),
    actor: jsonb('actor').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('customer_notes_customer').on(t.tenantId, t.customerId, t.at), ownRows('customer_notes')],
);

/** Two customers that were one: what moved from the one to the other, so that it can be undone. */
export const customerMerges = pgTable(
  'customer_merges',
  {
    id: id(),
    tenantId: tenantId(),
    keptId: uuid('kept_id')
      .notNull()
      .references(() => customers.id, { onDelete: 'cascade' }),
    mergedId: uuid('merged_id')
      .notNull()
      .references(() => customers.id, { onDelete: 'cascade' }),
    /** core/customers/merge-customers.ts: the ids of the rows that moved, the values that were filled in. */
    moved: jsonb('moved').notNull(),
    why: text('why').notNull(),
    actor: jsonb('actor').notNull(),
    at: instant('at').notNull(),
    undoneAt: instant('undone_at'),
    undoneBy: jsonb('undone_by'),
  },
  (t) => [index('customer_merges_kept').on(t.tenantId, t.keptId), ownRows('customer_merges')],
);
