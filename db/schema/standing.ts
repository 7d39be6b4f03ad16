import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant, ownRows, tenantId } from './columns.ts';
import { users } from './tenants.ts';

/** What a person approved ahead: fixed texts for replies of some kinds, capped, until it ends or is taken back. */
export const standingApprovals = pgTable(
  'standing_approvals',
  {
    id: id(),
    tenantId: tenantId(),
    /** core/approval/standing.ts: what was approved, word by word. */
    terms: jsonb('terms').notNull(),
    digest: text('digest').notNull(),
    /** The signed DSSE envelope of the person's approval of that digest. */
    envelope: jsonb('envelope').notNull(),
    givenBy: uuid('given_by')
      .notNull()
      .references(() => users.id),
    /** In a moving day. */
    maxPerDay: integer('max_per_day').notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
    createdAt: createdAt(),
  },
  (t) => [index('standing_approvals_live').on(t.tenantId, t.expiresAt), ownRows('standing_approvals')],
);
