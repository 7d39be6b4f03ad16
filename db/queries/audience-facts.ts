import { type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { eventRows } from './audience-events.ts';

/**
 * Customers with what filters ask of them: `k` what is kept for comparing (db/schema/customer-facts.ts), `c` the
 * customer itself, `b` its brand, `w` when it was last written to, `r` when it last replied. All but `k` are left joins
 * on one row a customer: the query planner drops those that a condition does not ask for.
 */
export const audienceFacts = factsOf(sql`customer_facts k`);

/** The same of some rows `k` only, such as a sample. */
export function factsOf(rows: SQL): SQL {
  return sql`
  ${rows}
  left join customers c on c.id = k.customer_id
  left join brands b on b.id = k.brand_id
  left join (select e.customer_id, max(e.at) as at from ${eventRows('was_contacted')} group by e.customer_id) w
    on w.customer_id = k.customer_id
  left join (select e.customer_id, max(e.at) as at from ${eventRows('replied')} group by e.customer_id) r
    on r.customer_id = k.customer_id`;
}

/**
 * `k` of the customers named, each looked up by its key: without statistics, or with many names, the query
 * planner would compare each customer with each name.
 */
export const factsOfNamed = (customerIds: readonly string[]): SQL => sql`
  unnest(${sql.param(customerIds)}::uuid[]) as named(id)
  cross join lateral (select * from customer_facts f where f.customer_id = named.id offset 0) k`;

/**
 * The same of few rows, for what is `asked` of them: only what that names is joined, and when each was last written to
 * and last replied is looked up for it, and not for everybody.
 */
export function factsOfFew(rows: SQL, asked: SQL): SQL {
  const text = new PgDialect().sqlToQuery(asked).sql;
  const joins = OF_FEW.filter(([alias]) => alias.test(text)).map(([, join]) => join);
  return sql.join([rows, ...joins], sql` `);
}

const OF_FEW: readonly (readonly [RegExp, SQL])[] = [
  [/\bc\./, sql`left join customers c on c.id = k.customer_id`],
  [/\bb\./, sql`left join brands b on b.id = k.brand_id`],
  [
    /\bw\./,
    sql`left join lateral (
    select max(e.at) as at from ${eventRows('was_contacted')} where e.customer_id = k.customer_id) w on true`,
  ],
  [
    /\br\./,
    sql`left join lateral (
    select max(e.at) as at from ${eventRows('replied')} where e.customer_id = k.customer_id) r on true`,
  ],
];

/** What `audienceFacts` knows, as expressions; each is null where it is not known. */
export const FACTS = {
  startsOn: sql`k.starts_on`,
  endsOn: sql`k.ends_on`,
  unitCount: sql`k.unit_count`,
  named: sql`k.named`,
  price: sql`k.price_minor`,
  currency: sql`k.currency`,
  isCancelled: sql`coalesce(k.contract = 'cancelled', false)`,
  orderCount: sql`k.order_count`,
  orderValue: sql`case when k.order_count = 0 then 0 else k.order_minor end`,
  orderCurrency: sql`k.order_currency`,
  lastOrderAt: sql`k.last_order_at`,
  lastActiveAt: sql`greatest(k.last_activity_at, r.at)`,
  lastContactedAt: sql`w.at`,
  lastReplyAt: sql`r.at`,
} as const;

export type ContractState = 'none' | 'cancelled' | 'active' | 'upcoming' | 'lapsed' | 'open';

/**
 * What `answer` gives for the state of a customer's contract. `open`: a contract whose end is not known is active or
 * lapsed, and nobody can say which. The latest contract ends last, so that nothing covers a day after its end.
 */
export const byContractState = (today: string, answer: (state: ContractState) => SQL): SQL => sql`case
  when k.contract is null then ${answer('none')}
  when k.contract = 'cancelled' then ${answer('cancelled')}
  when k.ends_on < ${today}::date and (k.starts_on > ${today}::date) is not true then ${answer('lapsed')}
  when k.covered @> ${today}::date then ${answer('active')}
  when k.starts_on > ${today}::date then ${answer('upcoming')}
  else ${answer('open')} end`;
