import { date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant, ownRows, tenantId } from './columns.ts';
import { customers } from './customers.ts';

/** A saved audience. `dynamic` is whoever matches its filter now, `frozen` the customers who matched when it was made. */
export const segments = pgTable(
  'segments',
  {
    id: id(),
    tenantId: tenantId(),
    name: text('name').notNull(),
    kind: text('kind', { enum: ['dynamic', 'frozen'] }).notNull(),
    /** The newest version; its filter is in segment_versions. */
    version: integer('version').notNull().default(1),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
    deletedAt: instant('deleted_at'),
  },
  (t) => [index('segments_name').on(t.tenantId, t.name), ownRows('segments')],
);

/** Every change is a new row; nothing of an earlier version is lost. */
export const segmentVersions = pgTable(
  'segment_versions',
  {
    id: id(),
    tenantId: tenantId(),
    segmentId: uuid('segment_id')
      .notNull()
      .references(() => segments.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    name: text('name').notNull(),
    kind: text('kind', { enum: ['dynamic', 'frozen'] }).notNull(),
    /** core/audience/filter.ts */
    filter: jsonb('filter').notNull(),
    change: text('change').notNull(),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('segment_versions_once').on(t.segmentId, t.version), ownRows('segment_versions')],
);

/** Whom a frozen version holds. */
export const segmentMembers = pgTable(
  'segment_members',
  {
    id: id(),
    tenantId: tenantId(),
    segmentId: uuid('segment_id')
      .notNull()
      .references(() => segments.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    customerId: uuid('customer_id')
      .notNull()
      .references(() => customers.id, { onDelete: 'cascade' }),
  },
  (t) => [
    uniqueIndex('segment_members_once').on(t.segmentId, t.version, t.customerId),
    index('segment_members_customer').on(t.tenantId, t.customerId),
    ownRows('segment_members'),
  ],
);

/** How many customers a segment had, one row a calendar day of the tenant, the day's last count. */
export const segmentCounts = pgTable(
  'segment_counts',
  {
    id: id(),
    tenantId: tenantId(),
    segmentId: uuid('segment_id')
      .notNull()
      .references(() => segments.id, { onDelete: 'cascade' }),
    day: date('day').notNull(),
    version: integer('version').notNull(),
    customers: integer('customers').notNull(),
  },
  (t) => [uniqueIndex('segment_counts_day').on(t.segmentId, t.day), ownRows('segment_counts')],
);
