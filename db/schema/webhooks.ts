import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, instant, ownRows, tenantId } from './columns.ts';

/** Programs of the workspace that want to hear what happens. */
export const webhookEndpoints = pgTable(
  'webhook_endpoints',
  {
    id: id(),
    tenantId: tenantId(),
    url: text('url').notNull(),
    /** core/webhooks/events.ts */
    events: text('events').array().notNull(),
    sealedSecret: text('sealed_secret').notNull(),
    isEnabled: boolean('is_enabled').notNull().default(true),
    createdAt: createdAt(),
  },
  () => [ownRows('webhook_endpoints')],
);

/** What one of them is told, until it took it. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: id(),
    tenantId: tenantId(),
    endpointId: uuid('endpoint_id')
      .notNull()
      .references(() => webhookEndpoints.id, { onDelete: 'cascade' }),
    event: text('event').notNull(),
    /** Exactly what is sent, under the same id every time. */
    payload: jsonb('payload').notNull(),
    status: text('status', { enum: ['waiting', 'delivered', 'failed'] })
      .notNull()
      .default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    /** When it is tried next; a try that is under way moves it ahead, so that nobody else tries. */
    nextAt: instant('next_at').notNull().defaultNow(),
    /** What became of the last try: a status, or why nothing answered. */
    result: text('result'),
    deliveredAt: instant('delivered_at'),
    createdAt: createdAt(),
  },
  (t) => [
    index('webhook_deliveries_due').on(t.tenantId, t.nextAt).where(sql`status = 'waiting'`),
    index('webhook_deliveries_endpoint').on(t.endpointId, t.createdAt),
    ownRows('webhook_deliveries'),
  ],
);
