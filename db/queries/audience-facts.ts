import { type SQL, sql } from 'drizzle-orm';
import { eventRows } from './audience-events.ts';

/**
 * Customers with what filters ask of them: `c` the customer, `b` its brand, `k` what is kept of its contracts, units
 * and activities (db/schema/customer-facts.ts), `w` when it was last written to, `r` when it last replied. All are
 * left joins on one row a customer: the query planner drops those that a condition does not ask for.
 */
export const audienceFacts = sql`
  customers c
  left join brands b on b.id = c.brand_id
  left join customer_facts k on k.customer_id = c.id
  left join (select e.customer_id, max(e.at) as at from ${eventRows('was_contacted')} group by e.customer_id) w
    on w.customer_id = c.id
  left join (select e.customer_id, max(e.at) as at from ${eventRows('replied')} group by e.customer_id) r
    on r.customer_id = c.id`;

/** What `audienceFacts` knows, as expressions; each is null where it is not known. */
export const FACTS = {
  startsOn: sql`k.starts_on`,
  endsOn: sql`k.ends_on`,
  unitCount: sql`k.unit_count`,
  named: sql`k.named`,
  price: sql`k.price_minor`,
  currency: sql`k.currency`,
  isCancelled: sql`coalesce(k.contract = 'cancelled', false)`,
  orderCount: sql`coalesce(k.order_count, 0)`,
  orderValue: sql`case when coalesce(k.order_count, 0) = 0 then 0 else k.order_minor end`,
  orderCurrency: sql`k.order_currency`,
  lastOrderAt: sql`k.last_order_at`,
  lastActiveAt: sql`greatest(k.last_activity_at, r.at)`,
  lastContactedAt: sql`w.at`,
  lastReplyAt: sql`r.at`,
} as const;

/** `open`: a contract whose end is not known is active or lapsed, and nobody can say which. */
export const contractState = (today: string): SQL => sql`case
  when k.contract is null then 'none'
  when k.contract = 'cancelled' then 'cancelled'
  when k.covered @> ${today}::date then 'active'
  when k.starts_on > ${today}::date then 'upcoming'
  when k.ends_on < ${today}::date then 'lapsed'
  else 'open' end`;
