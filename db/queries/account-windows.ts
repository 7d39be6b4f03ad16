import { type SQL, sql } from 'drizzle-orm';

/**
 * The limit windows of `account` (an alias of channel_accounts), one row each: perMs, max, used (counted no further
 * than max), and the oldest try that fills it: when that one is out of the window there is room. A try counts from the moment it is claimed, by the database's clock; one that never
 * reached the provider does not count.
 */
export const accountWindows = (account: SQL): SQL => sql`
  jsonb_to_recordset(${account}.limits) as w("perMs" bigint, "max" int)
  cross join lateral (
    select count(*)::int as used, min(started_at) as oldest_at from (
      select t.started_at from attempts t
      where t.tenant_id = ${account}.tenant_id and t.account_id = ${account}.id
        and t.code is distinct from 'unreachable'
        and t.started_at > clock_timestamp() - make_interval(secs => w."perMs" / 1000.0)
      order by t.started_at desc limit w."max"
    ) latest
  ) u`;
