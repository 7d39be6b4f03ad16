import { type SQL, sql } from 'drizzle-orm';
import { nextRung } from './rung.ts';
import { uuidV7 } from './uuid-v7.ts';

/** What became of one attempt, as the record needs it; what is left out is null. */
export type ResultRow = {
  messageId: string;
  number: number;
  outcome: 'submitted' | 'rejected' | 'retry' | 'unknown';
  code?: string | undefined;
  detail?: string | undefined;
  providerId?: string | undefined;
  /** Why a rejected message failed, or one waits for its template: core/delivery/status.ts. */
  reason?: string | undefined;
  /** Whether a refusal says nothing of other channels. */
  isElsewhere?: boolean | undefined;
  /** How long a retry waits. */
  retryMs?: number | undefined;
  /** How long ago it ended, at least. */
  agoMs: number;
};
export type Retries = { maxAttempts: number; deadlineHours: number };
/** `month`: its first day; what was not taken comes back in it. */
type Record = Retries & { results: readonly ResultRow[]; now: Date; month: string };

/**
 * Closes attempts and moves their messages, in one statement, however many, each looked up by its key (`byKeys`). A late result still counts while the
 * message waits for nothing newer: it may find it `unknown` (the lease ended) or moved on by a receipt. A retry goes
 * back to the queue only under an approval and a campaign that still stand; what this channel will not carry goes on to
 * the next one that was frozen, as a further attempt of the same message.
 */
export function recordAttempts({ results, now, month, maxAttempts, deadlineHours }: Record): SQL {
  return sql`
  with given as (
    select * from jsonb_to_recordset(${JSON.stringify(results)}::jsonb) as g(
      "messageId" uuid, "number" int, outcome text, code text, detail text, "providerId" text, reason text,
      "isElsewhere" boolean, "retryMs" float8, "agoMs" float8)
  ),
  closed as (
    update attempts t set outcome = g.outcome, code = g.code, detail = g.detail, provider_id = g."providerId",
      ended_at = clock_timestamp() - make_interval(secs => g."agoMs" / 1000.0)
    from given g
    where t.message_id = g."messageId" and t.number = g."number" and t.outcome in ('open', 'unknown')
    returning t.message_id, t.channel, t.outcome, t.price
  ),
  returned as (${giveBack(sql`closed`, month)}),
  settled as (
    select g.*, own.* from given g cross join lateral (
      select m.id, case
        when m.status in ('delivered', 'read') then m.status
        when g.outcome = 'submitted' then 'submitted'
        when g.outcome = 'unknown' then 'unknown'
        when g.outcome = 'rejected' and not (g."isElsewhere" is true and ${hasNext}) then 'failed'
        when ${isStopped} or ${isApproved} is not true then 'dropped'
        when g.outcome = 'rejected' then 'moved'
        when ${isUsedUp({ maxAttempts, deadlineHours })} then case when ${hasNext} then 'moved' else 'failed' end
        else 'queued' end as next
      from messages m
      where m.id = g."messageId" and m.attempts = g."number"
        and m.status in ('claimed', 'unknown', 'queued', 'delivered', 'read')
      offset 0
    ) own
  )
  update messages m set
    status = case when s.next = 'moved' then 'queued' else s.next end,
    fallback = m.fallback + (s.next = 'moved')::int,
    channel = case when s.next = 'moved' then ${rung} ->> 'channel' else m.channel end,
    address_hash = case when s.next = 'moved' then ${rung} ->> 'addressHash' else m.address_hash end,
    reason = case
      when s.next = 'dropped' then case when ${isStopped} then 'stopped' else 'superseded' end
      when s.next = 'failed' then coalesce(s.reason, 'gave_up')
      when s.next = 'queued' then s.reason end,
    detail = s.detail,
    provider_id = coalesce(s."providerId", m.provider_id),
    submitted_at = case when s.outcome = 'submitted' then coalesce(m.submitted_at, ${now}) else m.submitted_at end,
    retry_at = case when s.next = 'queued'
      then clock_timestamp() + make_interval(secs => s."retryMs" / 1000.0) end,
    lease_owner = null, lease_until = null, updated_at = clock_timestamp()
  from settled s where m.id = s.id
  returning m.id, m.status`;
}

/** What attempts that no provider took (`from`: message_id, channel, outcome, price) did not cost after all. */
export const giveBack = (from: SQL, month: string): SQL => sql`
    insert into spend_entries (id, tenant_id, campaign_id, channel, month, messages, minor, currency)
    select ${uuidV7}, each_of.* from (
      select m.tenant_id, m.campaign_id, t.channel, ${month}::date, -count(*), -sum((t.price ->> 'minor')::numeric),
        t.price ->> 'currency' as currency
      from ${from} t join messages m on m.id = t.message_id
      where t.price is not null and t.outcome in ('rejected', 'retry')
      group by m.tenant_id, m.campaign_id, t.channel, t.price ->> 'currency'
    ) each_of`;

// Asked of those that were not simply taken: most are.
const rung = sql`(select ${nextRung} from manifest_rows r where r.id = m.manifest_row_id)`;
const hasNext = sql`coalesce(jsonb_typeof(${rung}) = 'object', false)`;
const isStopped = sql`(select c.status = 'stopped' from campaigns c where c.id = m.campaign_id)`;
const isApproved = sql`(select a.status = 'approved' from approvals a where a.id = m.approval_id)`;

/** Tries that the account's own trouble spoilt do not count, and those of another channel neither. */
const isUsedUp = ({ maxAttempts, deadlineHours }: Retries): SQL => sql`(
  select count(*) filter (where t.code is distinct from 'auth') >= ${maxAttempts}::int
    or min(t.started_at) < clock_timestamp() - make_interval(hours => ${deadlineHours}::int)
  from attempts t where t.message_id = m.id and t.channel = m.channel)`;
