import { sql } from 'drizzle-orm';
import { bigint, customType, date, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant, ownRows, tenantId } from './columns.ts';
import { customers } from './customers.ts';

const dateMultirange = customType<{ data: string }>({ dataType: () => 'datemultirange' });

/**
 * What filters compare, one narrow row for each customer, kept by triggers on customers, contracts, units and
 * activities (their migration holds the rules). Nobody writes here. Texts are kept folded, as db/queries/fold.ts does.
 *
 * The latest contract is the one that ends last (a renewal that already follows); one without an end counts by its
 * start. Cancelled ones stand apart: they are taken only when there is no other, and then give no dates and no price.
 */
export const customerFacts = pgTable(
  'customer_facts',
  {
    customerId: uuid('customer_id')
      .primaryKey()
      .references(() => customers.id, { onDelete: 'cascade' }),
    tenantId: tenantId(),
    status: text('status').notNull().default('active'),
    name: text('name').notNull().default(''),
    brandId: uuid('brand_id'),
    ownerId: uuid('owner_id'),
    type: text('type'),
    city: text('city'),
    /** ISO 3166-1 alpha-2 in capitals. */
    country: text('country'),
    tier: text('tier'),
    tags: text('tags').array().notNull().default([]),
    /** The tenant's own fields by key, folded; and those that read as a number or a date, as they stand. */
    texts: jsonb('texts').notNull().default({}),
    amounts: jsonb('amounts').notNull().default({}),
    /** Of the latest contract; null without any. */
    contract: text('contract', { enum: ['active', 'cancelled'] }),
    startsOn: date('starts_on'),
    endsOn: date('ends_on'),
    /** The days that contracts with a known end cover. */
    covered: dateMultirange('covered'),
    /** The number that the contract pays for, as somebody typed it; else the units that are named. */
    unitCount: integer('unit_count'),
    /** How many units are named; null for none. */
    named: integer('named'),
    priceMinor: bigint('price_minor', { mode: 'number' }),
    currency: text('currency'),
    orderCount: integer('order_count').notNull().default(0),
    /** Null when no order has a value, or they are in several currencies. */
    orderMinor: bigint('order_minor', { mode: 'number' }),
    orderCurrency: text('order_currency'),
    lastOrderAt: instant('last_order_at'),
    lastActivityAt: instant('last_activity_at'),
  },
  (t) => [
    // Whose contract ends in a month, in a country, is counted from the index alone.
    index('customer_facts_end').on(t.tenantId, t.status, t.endsOn, t.country),
    index('customer_facts_order').on(t.tenantId, t.status, t.lastOrderAt),
    index('customer_facts_place').on(t.tenantId, t.status, t.country, t.city),
    index('customer_facts_city').on(t.tenantId, t.status, t.city),
    // How many of a brand are in a country is counted from the index alone.
    index('customer_facts_brand_in').on(t.tenantId, t.status, t.country, t.brandId).concurrently(),
    index('customer_facts_brand').on(t.tenantId, t.status, t.brandId, t.endsOn),
    // Some of many are drawn by their ids, without sorting all of them.
    index('customer_facts_drawn')
      .on(t.tenantId, t.status, sql`uuid_hash(${t.customerId})`, t.customerId)
      .concurrently(),
    ownRows('customer_facts'),
  ],
);
