import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant, ownRows, tenantId } from './columns.ts';

export const tenants = pgTable(
  'tenants',
  {
    id: id(),
    slug: text('slug').notNull().unique(),
    name: text('name').notNull(),
    /** core/tenants/settings.ts */
    settings: jsonb('settings').notNull().default({}),
    /** core/tenants/tiers.ts: what the workspace may use, and how much; changed on the machine only. */
    tier: text('tier').notNull().default('unlimited'),
    /** What of the tier is otherwise here: `{ limits: { seats: 40 }, features: { widget: false } }`. */
    tierChanges: jsonb('tier_changes').notNull().default({}),
    /** Ed25519: public key in the open, private key sealed. */
    publicKey: text('public_key').notNull(),
    sealedPrivateKey: text('sealed_private_key').notNull(),
    /** When all of it is deleted, where an admin asked for that. */
    endsAt: instant('ends_at'),
    /** The key (address_keys) that everything of it is sealed under by now; null while some of it may be in clear. */
    sealedUnder: integer('sealed_under'),
    /** When a workspace of an earlier version is sealed: processes of that version could not read it. */
    sealsFrom: instant('seals_from').notNull().default(sql`now() + interval '1 day'`),
    createdAt: createdAt(),
  },
  () => [ownRows('tenants', 'id')],
);

/** What a workspace's addresses are sealed under, each key sealed under ours; the newest seals, all of them open. */
export const addressKeys = pgTable(
  'address_keys',
  {
    id: id(),
    tenantId: tenantId(),
    number: integer('number').notNull(),
    sealedKey: text('sealed_key').notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('address_keys_number').on(t.tenantId, t.number), ownRows('address_keys')],
);

export const users = pgTable(
  'users',
  {
    id: id(),
    tenantId: tenantId(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    role: text('role', { enum: ['viewer', 'analyst', 'manager', 'approver', 'admin'] }).notNull(),
    /** The workspace's own role (db/schema/access.ts), whose rights stand beside it; null: all that the role has. */
    customRoleId: uuid('custom_role_id'),
    rights: text('rights').array(),
    /** Tools and parts of the API that their own role keeps shut. */
    closed: text('closed').array(),
    /** Whose clocks their morning goes by; null: the workspace's. */
    timeZone: text('time_zone'),
    /** argon2id with its parameters and salt; null: no password, which is how everybody begins. */
    passwordHash: text('password_hash'),
    /** Since when they may not come in any more. */
    disabledAt: instant('disabled_at'),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('users_email').on(t.tenantId, sql`lower(${t.email})`), ownRows('users')],
);

export const signInLinks = pgTable(
  'sign_in_links',
  {
    id: id(),
    tenantId: tenantId(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    tokenHash: text('token_hash').notNull().unique(),
    /** Made on the machine itself, by whoever could read the database as well. */
    isLocal: boolean('is_local').notNull().default(false),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    createdAt: createdAt(),
  },
  () => [ownRows('sign_in_links')],
);

export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    tenantId: tenantId(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    tokenHash: text('token_hash').notNull().unique(),
    /** Of the token before it, which counts until the new one was seen. */
    previousHash: text('previous_hash'),
    rotatedAt: instant('rotated_at').notNull().defaultNow(),
    /** When the newest token was first shown to us. */
    confirmedAt: instant('confirmed_at'),
    method: text('method', { enum: ['link', 'password', 'passkey', 'sso'] })
      .notNull()
      .default('link'),
    /** What the browser says it is. */
    device: text('device'),
    /** Until when a second proof counts; null: there was none. */
    elevatedUntil: instant('elevated_until'),
    lastSeenAt: instant('last_seen_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('sessions_previous').on(t.previousHash),
    index('sessions_user').on(t.userId),
    ownRows('sessions'),
  ],
);

/** What a person's scripts come with; may prepare, may not approve. */
export const apiTokens = pgTable(
  'api_tokens',
  {
    id: id(),
    tenantId: tenantId(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text('name').notNull().default('token'),
    /** What it may do of what its person may (core/tenants/roles.ts); null is everything that a token may. */
    scopes: text('scopes').array(),
    tokenHash: text('token_hash').notNull().unique(),
    createdAt: createdAt(),
    /** Null is never: tokens of before there was an end. */
    expiresAt: instant('expires_at'),
    lastUsedAt: instant('last_used_at'),
  },
  (t) => [index('api_tokens_user').on(t.userId), ownRows('api_tokens')],
);

/** The field registry: what this tenant's customers have beyond the built-in fields. */
export const fields = pgTable(
  'fields',
  {
    id: id(),
    tenantId: tenantId(),
    key: text('key').notNull(),
    /** core/fields/registry.ts: label, kind, synonyms, values, unit */
    definition: jsonb('definition').notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('fields_key').on(t.tenantId, t.key), ownRows('fields')],
);
