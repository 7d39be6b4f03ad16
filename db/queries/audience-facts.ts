import { type SQL, sql } from 'drizzle-orm';

/**
 * Customers with what filters ask of them: `c` the customer, `b` its brand, `k` its latest contract, `u` its units.
 *
 * The latest contract is the one that ends last (a renewal that already follows); one without an end counts by its
 * start. Cancelled ones stand apart: they are taken only when there is no other, and then give no dates and no price.
 * `is_covered` says whether any contract that is not cancelled covers today.
 */
export const audienceFacts = (today: string): SQL => sql`
  customers c
  left join brands b on b.id = c.brand_id
  left join (
    select distinct on (customer_id)
      customer_id, starts_on, ends_on, unit_count, price_per_unit_minor, currency, status,
      coalesce(bool_or(
        status = 'active' and (starts_on is null or starts_on <= ${today}::date) and ends_on >= ${today}::date
      ) over (partition by customer_id), false) as is_covered
    from contracts
    order by customer_id, (status = 'cancelled'), coalesce(ends_on, starts_on) desc nulls last,
      starts_on desc nulls last, id desc
  ) k on k.customer_id = c.id
  left join (select customer_id, count(*)::int as named from units group by customer_id) u on u.customer_id = c.id`;

/** What `audienceFacts` knows, as expressions; each is null where it is not known. */
export const FACTS = {
  startsOn: sql`case when k.status = 'active' then k.starts_on end`,
  endsOn: sql`case when k.status = 'active' then k.ends_on end`,
  /** The number that the contract pays for, as somebody typed it; else the units that are named. */
  unitCount: sql`coalesce(k.unit_count, u.named)`,
  price: sql`case when k.status = 'active' then k.price_per_unit_minor end`,
  currency: sql`k.currency`,
} as const;

/** `open`: a contract whose end is not known is active or lapsed, and nobody can say which. */
export const contractState = (today: string): SQL => sql`case
  when k.customer_id is null then 'none'
  when k.status = 'cancelled' then 'cancelled'
  when k.is_covered then 'active'
  when k.starts_on > ${today}::date then 'upcoming'
  when k.ends_on < ${today}::date then 'lapsed'
  else 'open' end`;
