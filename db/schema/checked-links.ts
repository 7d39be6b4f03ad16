import { sql } from 'drizzle-orm';
import { index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { createdAt, id, instant, ownRows, tenantId } from './columns.ts';

/** An address that messages lead to, and what was found there; asked for again when that is old. */
export const checkedLinks = pgTable(
  'checked_links',
  {
    id: id(),
    tenantId: tenantId(),
    url: text('url').notNull(),
    /** Null until somebody looked. */
    state: text('state', { enum: ['alive', 'dead', 'unreachable', 'refused'] }),
    detail: text('detail'),
    checkedAt: instant('checked_at'),
    /** When somebody wanted to know; null once that was answered. */
    wantedAt: instant('wanted_at'),
    leaseUntil: instant('lease_until'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('checked_links_url').on(t.tenantId, t.url),
    index('checked_links_wanted').on(t.tenantId, t.wantedAt).where(sql`wanted_at is not null`),
    ownRows('checked_links'),
  ],
);
