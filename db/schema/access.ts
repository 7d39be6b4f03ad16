import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant, ownRows, tenantId } from './columns.ts';
import { users } from './tenants.ts';

const userId = () =>
  uuid('user_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' });

/** A person's keys that no other site can ask for (WebAuthn). */
export const passkeys = pgTable(
  'passkeys',
  {
    id: id(),
    tenantId: tenantId(),
    userId: userId(),
    name: text('name').notNull(),
    /** base64url, as the authenticator names it. */
    credentialId: text('credential_id').notNull(),
    /** COSE, base64url. */
    publicKey: text('public_key').notNull(),
    /** How often it signed, where it counts: going backwards means that there are two of it. */
    counter: integer('counter').notNull().default(0),
    transports: text('transports').array().notNull().default([]),
    lastUsedAt: instant('last_used_at'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('passkeys_credential').on(t.tenantId, t.credentialId),
    index('passkeys_user').on(t.userId),
    ownRows('passkeys'),
  ],
);

/** A person's authenticator app (RFC 6238); it counts once it was confirmed. */
export const totps = pgTable(
  'totps',
  {
    id: id(),
    tenantId: tenantId(),
    userId: userId(),
    sealedSecret: text('sealed_secret').notNull(),
    confirmedAt: instant('confirmed_at'),
    /** The period of the last code that was taken; none is taken twice. */
    lastStep: integer('last_step').notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('totps_user').on(t.tenantId, t.userId), ownRows('totps')],
);

/** What somebody was asked to sign, or sent elsewhere with; each is answered once. */
export const challenges = pgTable(
  'challenges',
  {
    id: id(),
    tenantId: tenantId(),
    /** Null before anybody is known. */
    userId: uuid('user_id').references(() => users.id, { onDelete: 'cascade' }),
    purpose: text('purpose', { enum: ['sign_in', 'register', 'elevate', 'sso'] }).notNull(),
    /** Of what the asking browser keeps, so that nobody else can answer. */
    tokenHash: text('token_hash').notNull(),
    data: jsonb('data').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('challenges_token').on(t.tenantId, t.tokenHash), ownRows('challenges')],
);

/** Tries that failed, by what was tried (an account, an address on the network), keyed and hashed. */
export const failedTries = pgTable(
  'failed_tries',
  {
    id: id(),
    tenantId: tenantId(),
    keyHash: text('key_hash').notNull(),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [index('failed_tries_key').on(t.tenantId, t.keyHash, t.at), ownRows('failed_tries')],
);

/** Who somebody is at a provider of identities. */
export const identities = pgTable(
  'identities',
  {
    id: id(),
    tenantId: tenantId(),
    userId: userId(),
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('identities_subject').on(t.tenantId, t.issuer, t.subject),
    index('identities_user').on(t.userId),
    ownRows('identities'),
  ],
);

/** A workspace's own roles: a built-in one with some of its rights. */
export const customRoles = pgTable(
  'custom_roles',
  {
    id: id(),
    tenantId: tenantId(),
    name: text('name').notNull(),
    base: text('base', { enum: ['viewer', 'analyst', 'manager', 'approver', 'admin'] }).notNull(),
    rights: text('rights').array().notNull(),
    /** What it may not touch although it has the right: `tool:` and a tool of the agent, `area:` and a part of the API. */
    closed: text('closed').array().notNull().default([]),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('custom_roles_name').on(t.tenantId, sql`lower(${t.name})`), ownRows('custom_roles')],
);

/** Who decides in somebody's place while they are away. */
export const delegations = pgTable(
  'delegations',
  {
    id: id(),
    tenantId: tenantId(),
    userId: userId(),
    delegateId: uuid('delegate_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    endedAt: instant('ended_at'),
    createdAt: createdAt(),
  },
  (t) => [index('delegations_delegate').on(t.tenantId, t.delegateId, t.endsAt), ownRows('delegations')],
);
