import { type SQL, sql } from 'drizzle-orm';

const TRIES = 10;
const PROBE_SECONDS = 60;

/**
 * Whether the last ten tries of `account` (an alias of channel_accounts) all failed for reasons of its own: nobody
 * answers, the token is refused. Then it rests, and one try a minute (`mayProbe`) looks whether it works again.
 */
export const isBroken = (account: SQL): SQL => sql`coalesce((
  select count(*) = ${TRIES}::int and bool_and(outcome = 'retry' and code in ('auth', 'unreachable'))
  from (
    select t.outcome, t.code from attempts t
    where t.tenant_id = ${account}.tenant_id and t.account_id = ${account}.id and t.ended_at is not null
    order by t.ended_at desc limit ${TRIES}::int
  ) latest), false)`;

export const mayProbe = (account: SQL): SQL => sql`not exists (
  select 1 from attempts t where t.tenant_id = ${account}.tenant_id and t.account_id = ${account}.id
    and (t.ended_at is null or t.ended_at > clock_timestamp() - make_interval(secs => ${PROBE_SECONDS}::int))
    and t.started_at > clock_timestamp() - make_interval(secs => ${PROBE_SECONDS}::int))`;
