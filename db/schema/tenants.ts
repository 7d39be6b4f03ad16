import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant, ownRows, tenantId } from './columns.ts';

export const tenants = pgTable(
  'tenants',
  {
    id: id(),
    slug: text('slug').notNull().unique(),
    name: text('name').notNull(),
    /** core/tenants/settings.ts */
    settings: jsonb('settings').notNull().default({}),
    /** Ed25519: public key in the open, private key sealed. */
    publicKey: text('public_key').notNull(),
    sealedPrivateKey: text('sealed_private_key').notNull(),
    createdAt: createdAt(),
  },
  () => [ownRows('tenants', 'id')],
);

export const users = pgTable(
  'users',
  {
    id: id(),
    tenantId: tenantId(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    role: text('role', { enum: ['viewer', 'manager', 'approver', 'admin'] }).notNull(),
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
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
    createdAt: createdAt(),
  },
  () => [ownRows('sessions')],
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
