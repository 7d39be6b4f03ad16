import { type SQL, sql } from 'drizzle-orm';

/**
 * The limit windows of `account` (an alias of channel_accounts), those that were set and those that its provider reported,
 * one row each: perMs, max, used (counted no further than max), and the oldest try that fills it: when that one is out of
 * the window there is room. By the database's clock, a try counts from its claim until the window has passed since its end: it reached the provider somewhere
 * between, so that in no window of the provider's there can be more than max. One that never got there does not count.
 * What was full `agoMs` ago is so still, for whoever asks what it met then.
 */
export const accountWindows = (account: SQL, agoMs = 0): SQL => sql`
  lateral (
    select * from jsonb_to_recordset(${account}.limits || ${account}.reported_limits) as given("perMs" bigint, "max" int)
    where "max" is not null
  ) w
  cross join lateral (
    select count(*)::int as used, min(ended_at) as oldest_at from (
      select ended_at from (
        (select t.ended_at from attempts t where ${isCounted(account)} and t.ended_at is null limit w."max")
        union all
        (select t.ended_at from attempts t where ${isCounted(account)}
          and t.ended_at > clock_timestamp() - make_interval(secs => (w."perMs" + ${agoMs}::float8) / 1000.0)
        order by t.ended_at desc limit w."max")
      ) each order by coalesce(ended_at, 'infinity') desc limit w."max"
    ) latest
  ) u`;

const isCounted = (account: SQL): SQL => sql`t.tenant_id = ${account}.tenant_id
  and t.account_id = ${account}.id and t.code is distinct from 'unreachable'`;
