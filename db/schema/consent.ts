import { index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant, ownRows, tenantId } from './columns.ts';
import { contacts } from './customers.ts';

/** The consent ledger: append-only; the newest row of (address hash, channel, purpose) is the state. */
export const consents = pgTable(
  'consents',
  {
    id: id(),
    tenantId: tenantId(),
    contactId: uuid('contact_id').references(() => contacts.id, { onDelete: 'set null' }),
    channel: text('channel').notNull(),
    addressHash: text('address_hash').notNull(),
    purpose: text('purpose', { enum: ['service', 'marketing'] }).notNull(),
    state: text('state', { enum: ['granted', 'withdrawn'] }).notNull(),
    /** "consent", "contract", "legitimate interest", …: the legal basis as recorded. */
    basis: text('basis').notNull(),
    wording: text('wording'),
    source: text('source').notNull(),
    evidence: text('evidence'),
    actor: jsonb('actor').notNull(),
    at: instant('at').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index('consents_state').on(t.tenantId, t.addressHash, t.channel, t.purpose, t.at),
    ownRows('consents'),
  ],
);

/** Wins over every consent; keyed by the address's HMAC, so that it survives erasure and re-import. */
export const suppressions = pgTable(
  'suppressions',
  {
    id: id(),
    tenantId: tenantId(),
    addressHash: text('address_hash').notNull(),
    /**
     * `all` is every purpose; `marketing` leaves service messages allowed; `held` is every purpose until a person has
     * decided whether it was a stop, beside whatever else stands.
     */
    scope: text('scope', { enum: ['all', 'marketing', 'held'] }).notNull(),
    reason: text('reason').notNull(),
    source: text('source').notNull(),
    at: instant('at').notNull(),
    liftedAt: instant('lifted_at'),
  },
  (t) => [uniqueIndex('suppressions_once').on(t.tenantId, t.addressHash, t.scope), ownRows('suppressions')],
);
