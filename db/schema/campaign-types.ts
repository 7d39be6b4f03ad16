import { integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant, ownRows, tenantId } from './columns.ts';

/** The campaign types that a workspace added to the built-in ones. */
export const campaignTypes = pgTable(
  'campaign_types',
  {
    id: id(),
    tenantId: tenantId(),
    key: text('key').notNull(),
    /** core/content/own-type.ts */
    definition: jsonb('definition').notNull(),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('campaign_types_key').on(t.tenantId, t.key), ownRows('campaign_types')],
);

/** Campaigns kept to begin others from. */
export const campaignTemplates = pgTable(
  'campaign_templates',
  {
    id: id(),
    tenantId: tenantId(),
    name: text('name').notNull(),
    /** core/campaigns/draft.ts */
    draft: jsonb('draft').notNull(),
    version: integer('version').notNull().default(1),
    /** What it was before, the latest first: core/campaigns/templates.ts. */
    earlier: jsonb('earlier').notNull().default([]),
    removedAt: instant('removed_at'),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('campaign_templates_name').on(t.tenantId, t.name), ownRows('campaign_templates')],
);
