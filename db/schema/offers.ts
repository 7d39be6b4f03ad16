import { bigint, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { campaigns } from './campaigns.ts';
import { createdAt, id, instant, ownRows, tenantId } from './columns.ts';

/** What a frozen campaign offers by codes: its terms, and how much of it is used up. */
export const offers = pgTable(
  'offers',
  {
    id: id(),
    tenantId: tenantId(),
    campaignId: uuid('campaign_id')
      .notNull()
      .references(() => campaigns.id, { onDelete: 'cascade' }),
    /** core/campaigns/draft.ts: offerCodeSchema, as it was frozen. */
    terms: jsonb('terms').notNull(),
    redeemed: integer('redeemed').notNull().default(0),
    spentMinor: bigint('spent_minor', { mode: 'number' }).notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('offers_campaign').on(t.tenantId, t.campaignId), ownRows('offers')],
);

/** One recipient's own code, reserved when their message was frozen. */
export const offerCodes = pgTable(
  'offer_codes',
  {
    id: id(),
    tenantId: tenantId(),
    offerId: uuid('offer_id')
      .notNull()
      .references(() => offers.id, { onDelete: 'cascade' }),
    campaignId: uuid('campaign_id').notNull(),
    contactId: uuid('contact_id').notNull(),
    customerId: uuid('customer_id').notNull(),
    /** As it is compared: capitals and digits alone. */
    code: text('code').notNull(),
    redeemedAt: instant('redeemed_at'),
    redeemedVia: text('redeemed_via', { enum: ['api', 'reply'] }),
    /** What was bought with it; null is not known. */
    orderMinor: bigint('order_minor', { mode: 'number' }),
    currency: text('currency'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('offer_codes_code').on(t.tenantId, t.code),
    uniqueIndex('offer_codes_once').on(t.tenantId, t.campaignId, t.contactId),
    index('offer_codes_campaign').on(t.tenantId, t.campaignId, t.redeemedAt),
    ownRows('offer_codes'),
  ],
);
