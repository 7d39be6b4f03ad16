import { sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, id, instant, ownRows, tenantId } from './columns.ts';
import { sealedSource, sealedText } from './sealed-columns.ts';
import { users } from './tenants.ts';

/** A tree: Hilton ⊃ Hilton Garden Inn. `ownerGroup` is another thing ("the Hilton group" adds Conrad). */
export const brands = pgTable(
  'brands',
  {
    id: id(),
    tenantId: tenantId(),
    name: text('name').notNull(),
    parentId: uuid('parent_id').references((): AnyPgColumn => brands.id),
    ownerGroup: text('owner_group'),
    aliases: text('aliases').array().notNull().default([]),
    /** Why it has this `parent` and `owner_group`, and how surely; a person's own word is marked so. */
    inferred: jsonb('inferred').$type<Inferred>().notNull().default({}),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('brands_name').on(t.tenantId, t.name), ownRows('brands')],
);

/** What was inferred, from what, how surely: `{ [field]: { reason, confidence } }`. */
export type Inferred = Record<string, { reason: string; confidence: number }>;
/** The mark of a value that a person set by hand: `inferred[field].reason`. No import changes such a value. */
export const CORRECTED = 'corrected by a person';
/** Where a record came from; `text` is the untouched source. */
export type Source = { file: string; line: number; text: string };

export const customers = pgTable(
  'customers',
  {
    id: id(),
    tenantId: tenantId(),
    name: text('name').notNull(),
    /** The name less the words that one person types and the next leaves out: what a duplicate is found by. */
    looseName: text('loose_name'),
    /** The identity under which a second import finds the customer again (folded name, or the file's own id). */
    importKey: text('import_key').notNull(),
    brandId: uuid('brand_id').references(() => brands.id),
    type: text('type'),
    city: text('city'),
    /** ISO 3166-1 alpha-2 */
    country: text('country'),
    timeZone: text('time_zone'),
    locale: text('locale'),
    tier: text('tier'),
    ownerId: uuid('owner_id').references(() => users.id),
    tags: text('tags').array().notNull().default([]),
    /** Fields of the tenant's own registry, by key. */
    attributes: jsonb('attributes')
      .$type<Record<string, string | number | boolean | null>>()
      .notNull()
      .default({}),
    inferred: jsonb('inferred').$type<Inferred>().notNull().default({}),
    notes: text('notes'),
    /** Only `active` customers are in audiences; `review` waits for a person. */
    status: text('status', { enum: ['active', 'review', 'discarded', 'merged'] })
      .notNull()
      .default('active'),
    mergedIntoId: uuid('merged_into_id'),
    source: sealedSource('source'),
    importId: uuid('import_id'),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('customers_import_key').on(t.tenantId, t.importKey),
    index('customers_loose_name').on(t.tenantId, t.looseName),
    index('customers_name').on(t.tenantId, t.name),
    // As lists of an audience are ordered: whatever their capitals, and the same wherever the database stands.
    index('customers_by_name').on(t.tenantId, sql`lower(${t.name}) collate "C"`, t.id).concurrently(),
    index('customers_brand').on(t.tenantId, t.brandId),
    index('customers_country').on(t.tenantId, t.country, t.city),
    // What changed since: core/customers/follow-names.ts.
    index('customers_changed').on(t.tenantId, t.updatedAt).concurrently(),
    // As core/delivery/known-places.ts asks for it.
    index('customers_zone').on(t.tenantId, t.country, t.timeZone).concurrently(),
    // Those who were merged into another; few.
    index('customers_merged')
      .on(t.tenantId, t.mergedIntoId)
      .where(sql`merged_into_id is not null`)
      .concurrently(),
    ownRows('customers'),
  ],
);

/** Named parts of a customer; the registry says what they are called ("zone"). */
export const units = pgTable(
  'units',
  {
    id: id(),
    tenantId: tenantId(),
    customerId: uuid('customer_id')
      .notNull()
      .references(() => customers.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    position: integer('position').notNull(),
  },
  (t) => [uniqueIndex('units_position').on(t.tenantId, t.customerId, t.position), ownRows('units')],
);

export const contracts = pgTable(
  'contracts',
  {
    id: id(),
    tenantId: tenantId(),
    customerId: uuid('customer_id')
      .notNull()
      .references(() => customers.id, { onDelete: 'cascade' }),
    startsOn: date('starts_on'),
    endsOn: date('ends_on'),
    /** How many units the contract pays for; null when the file does not say. */
    unitCount: integer('unit_count'),
    pricePerUnitMinor: bigint('price_per_unit_minor', { mode: 'number' }),
    currency: text('currency'),
    status: text('status', { enum: ['active', 'cancelled'] })
      .notNull()
      .default('active'),
    createdAt: createdAt(),
  },
  (t) => [
    index('contracts_customer').on(t.tenantId, t.customerId),
    index('contracts_end').on(t.tenantId, t.endsOn),
    ownRows('contracts'),
  ],
);

export const contacts = pgTable(
  'contacts',
  {
    id: id(),
    tenantId: tenantId(),
    customerId: uuid('customer_id')
      .notNull()
      .references(() => customers.id, { onDelete: 'cascade' }),
    /** core/customers/roles.ts */
    role: text('role').notNull(),
    /** The role's words as the file has them. */
    title: text('title'),
    name: text('name'),
    preferredChannel: text('preferred_channel'),
    language: text('language'),
    notes: text('notes'),
    leftAt: instant('left_at'),
    position: integer('position').notNull().default(0),
  },
  (t) => [index('contacts_customer').on(t.tenantId, t.customerId), ownRows('contacts')],
);

/** A contact is reached as (channel, external id), never by phone alone. `hash` is the HMAC of `normalised`. */
export const addresses = pgTable(
  'addresses',
  {
    id: id(),
    tenantId: tenantId(),
    contactId: uuid('contact_id')
      .notNull()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    channel: text('channel').notNull(),
    address: sealedText('address').notNull(),
    normalised: sealedText('normalised').notNull(),
    hash: text('hash').notNull(),
    /** A hard bounce or "left the company" makes it unusable without being an opt-out. */
    usable: boolean('usable').notNull().default(true),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('addresses_once').on(t.tenantId, t.contactId, t.channel, t.hash),
    index('addresses_hash').on(t.tenantId, t.hash),
    ownRows('addresses'),
  ],
);
