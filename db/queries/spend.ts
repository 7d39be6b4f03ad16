import { type SQL, sql } from 'drizzle-orm';

/** A limit on what messages of a calendar month cost; `month` is its first day. */
export type MonthlyBudget = { minor: number; currency: string; month: string };

/**
 * What one message by `account` (an alias of channel_accounts) costs in `currency`; null where nobody said, which is
 * not nothing. The stand-in charges nothing.
 */
export const unitCost = (account: SQL, currency: SQL): SQL => sql`case
  when ${account}.price ->> 'currency' = ${currency} then (${account}.price ->> 'minor')::numeric
  when ${account}.price is null and ${account}.provider = 'standin' then 0 end`;

/** What is left of a campaign's own budget, for `campaign`, an alias of campaigns that has one. */
export const campaignLeft = (campaign: SQL): SQL => sql`(
  (${campaign}.budget ->> 'minor')::numeric - coalesce((
    select sum(e.minor) from spend_entries e
    where e.campaign_id = ${campaign}.id and e.currency = ${campaign}.budget ->> 'currency'), 0))`;

export const monthLeft = ({ minor, currency, month }: MonthlyBudget): SQL => sql`(
  ${minor}::numeric - coalesce((
    select sum(e.minor) from spend_entries e where e.month = ${month}::date and e.currency = ${currency}), 0))`;

/** How many messages of `unit` each are within what is `left`; null is any number, an unknown price none. */
export const affordable = (left: SQL, unit: SQL): SQL => sql`(
  select case when p.unit is null then 0 when p.unit > 0 then least(greatest(0, floor(${left} / p.unit)), 1000000)::int end
  from (select ${unit} as unit) p)`;
