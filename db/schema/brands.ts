import { index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { id, instant, ownRows, tenantId } from './columns.ts';

/** What people did to the tree of brands, or declined to do: kept so that it can be undone, and is not proposed again. */
export const brandChanges = pgTable(
  'brand_changes',
  {
    id: id(),
    tenantId: tenantId(),
    action: text('action', { enum: ['add', 'change', 'merge', 'remove', 'decline'] }).notNull(),
    /** The brand it is about, as it was called. */
    name: text('name').notNull(),
    /** Of a proposal that was followed or declined: core/brands/propose-brands.ts */
    proposal: text('proposal'),
    /** core/brands/brand-change.ts: rows before and after, customers that moved. */
    done: jsonb('done').notNull(),
    actor: jsonb('actor').notNull(),
    at: instant('at').notNull(),
    undoneAt: instant('undone_at'),
    undoneBy: jsonb('undone_by'),
  },
  (t) => [index('brand_changes_at').on(t.tenantId, t.at), ownRows('brand_changes')],
);
