import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant, ownRows, tenantId } from './columns.ts';
import { sealedText } from './sealed-columns.ts';

/**
 * What a provider told, signed, and nobody has dealt with yet: it stands here before the provider hears that it arrived,
 * and goes when what it says was done. Dealt with in the order of their ids.
 */
export const inboundEvents = pgTable(
  'inbound_events',
  {
    id: id(),
    tenantId: tenantId(),
    accountId: uuid('account_id').notNull(),
    channel: text('channel').notNull(),
    /** JSON of a `ChannelEvent`. Text: what somebody wrote may hold what a jsonb refuses. */
    event: sealedText('event').notNull(),
    /** Failed tries. */
    failures: integer('failures').notNull().default(0),
    /** Not before that, by the database's clock: it failed, or somebody is at it. Null: at once. */
    nextAt: instant('next_at'),
    /** The request by which it was told, for the log. */
    requestId: uuid('request_id'),
    createdAt: createdAt(),
  },
  (t) => [index('inbound_events_due').on(t.tenantId, t.id), ownRows('inbound_events')],
);
