import { type SQL, sql } from 'drizzle-orm';
import { accountWindows } from './account-windows.ts';
import { isBroken, mayProbe } from './breaker.ts';
import {
  hasAuthority,
  hasNoConsent,
  isAddressUnusable,
  isContactGone,
  isCooling,
  isRenewed,
  isResting,
  isSuppressed,
  isToTester,
  isWithdrawn,
  recentMarketing,
  suppressedAs,
  TEMPLATE_HOURS,
  wentIntoAnother,
} from './claim-reasons.ts';
import { nextRung } from './rung.ts';
import { affordable, campaignLeft, type MonthlyBudget, monthLeft, unitCost } from './spend.ts';
import { uuidV7 } from './uuid-v7.ts';

export type Claim = {
  accountId: string;
  channel: string;
  batch: number;
  owner: string;
  leaseMs: number;
  /** Domain time: what is planned until now is due. */
  now: Date;
  /** Places (`placeKey`) that are outside their quiet hours now, and those of them where campaigns may go out too. */
  awake: readonly string[];
  open: readonly string[];
  cap: { max: number; days: number };
  /** The first day of the month that it counts for; `monthly` limits what the workspace spends in it. */
  month: string;
  monthly: { minor: number; currency: string } | null;
};

/** A message with its manifest row; a queued one went on to its next channel, or waits. */
export type ClaimedRow = {
  id: string;
  isHeld: boolean;
  status: 'claimed' | 'dropped' | 'queued';
  number: number;
  approvalId: string;
  customerId: string;
  contactId: string;
  channel: string;
  address: string;
  addressHash: string;
  plannedAt: string;
  rendered: Record<string, unknown>;
  /** By which of the frozen channels it goes now: 0 is the row's own. */
  fallback: number;
  fallbacks: { address: string; addressHash: string; rendered: Record<string, unknown> }[] | null;
  variant: string | null;
  consent: Record<string, unknown>;
  salt: string;
};

// What says no to this channel only: the next one may do.
const BY_CHANNEL = `array['address_unusable', 'no_consent', 'cooling', 'template_withdrawn']`;

// Whoever hears that a template is approved again lets its messages go at once: this is for what nobody told.
const HELD_MINUTES = 60;

/**
 * The claim: what is due on one account, judged and taken in one statement. Every message must stand under a live
 * approval of exactly the manifest its row is in; people who stopped, lost consent, left or renewed are dropped with
 * the reason, or go on to the next channel that was frozen for them; whose template is withdrawn waits; what is left is leased by the database's clock, its
 * attempt and what it costs written before anything is sent. The caller holds the tenant's account rows
 * (`lockAccounts`), so that no other claim counts the same room.
 */
export const claimDue = (claim: Claim): SQL => sql`
  with recursive room as (
    select least(${claim.batch}::int, coalesce(
      (select min(greatest(0, w."max" - u.used)) from ${accountWindows(sql`a`)}), ${claim.batch}::int),
      case when not ${isBroken(sql`a`)} then null when ${mayProbe(sql`a`)} then 1 else 0 end,
      ${monthlyRoom(claim)}) as n
    from channel_accounts a where a.id = ${claim.accountId} and a.channel = ${claim.channel} and a.is_enabled
  ),
  ${running(claim)},
  due as materialized (
    select d.*, run.turn, run.since from running run cross join lateral (
      select m.* from messages m
      where m.campaign_id = run.id and m.status = 'queued' and m.channel = ${claim.channel}
        and m.planned_at <= ${claim.now} and (m.retry_at is null or m.retry_at <= clock_timestamp())
        and (run.is_live or m.occurrence > 0) and ${isOpen(claim)}
      order by m.planned_at, m.id
      limit least(run.share, run.allowed)
      for update of m skip locked
    ) d
  ),
  judged as (
    select m.id, m.planned_at, m.campaign_id, m.turn, m.contact_id, m.purpose, ${nextRung} as next,
      greatest(m.planned_at, m.since) > ${claim.now}::timestamptz - make_interval(hours => ${TEMPLATE_HOURS}::int) as may_wait,
      coalesce(case
      when not ${hasAuthority(claim)} then case when ${wentIntoAnother} then 'customer_gone' else 'no_authority' end
      when ${isSuppressed(claim)} then ${suppressedAs(claim)}
      when ${isToTester} then null
      when ${isContactGone} then 'contact_gone'
      when cu.status is distinct from 'active' then 'customer_gone'
      when ${isAddressUnusable} then 'address_unusable'
      when ${hasNoConsent} then 'no_consent'
      when ${isRenewed} then 'renewed'
      when ${isResting} then 'paused'
      when ${isCooling} then 'cooling'
      end, case when ${isWithdrawn(claim)} then 'template_withdrawn' end) as reason
    from due m join manifest_rows r on r.id = m.manifest_row_id
    left join customers cu on cu.id = m.customer_id
  ),
  capped as (
    select j.id, j.planned_at, j.campaign_id, j.turn, j.next,
      coalesce(j.reason = 'template_withdrawn', false) and j.may_wait as is_held, case
      when j.reason is null and j.purpose = 'marketing' and ${recentMarketing(claim)}
        + row_number() over (
          partition by j.contact_id, j.reason is null and j.purpose = 'marketing' order by j.planned_at, j.id
        ) > ${claim.cap.max}::int then 'capped'
      else j.reason end as reason
    from judged j
  ),
  placed as (
    select id, reason, next, is_held,
      not is_held and next is not null and coalesce(reason = any(${sql.raw(BY_CHANNEL)}), false) as is_moved,
      row_number() over (partition by reason is null order by nth, turn) as place
    from (
      select *, row_number() over (partition by campaign_id, reason is null order by planned_at, id) as nth from capped
    ) each_of
  ),
  taken as (
    update messages m set
      status = case when p.reason is null then 'claimed' when p.is_moved or p.is_held then 'queued' else 'dropped' end,
      reason = case when not p.is_moved then p.reason end,
      fallback = m.fallback + p.is_moved::int,
      channel = case when p.is_moved then p.next ->> 'channel' else m.channel end,
      address_hash = case when p.is_moved then p.next ->> 'addressHash' else m.address_hash end,
      attempts = m.attempts + (p.reason is null)::int,
      account_id = case when p.reason is null then ${claim.accountId}::uuid else m.account_id end,
      lease_owner = case when p.reason is null then ${claim.owner} end,
      lease_until = case when p.reason is null
        then clock_timestamp() + make_interval(secs => ${claim.leaseMs}::int / 1000.0) end,
      retry_at = case when p.is_held then clock_timestamp() + make_interval(mins => ${HELD_MINUTES}::int) end,
      updated_at = clock_timestamp()
    from placed p cross join room
    where m.id = p.id and (p.reason is not null or p.place <= room.n)
    returning m.*
  ),
  opened as (
    insert into attempts (id, tenant_id, message_id, number, channel, account_id, outcome, started_at, price)
    select ${uuidV7}, tenant_id, id, attempts, channel, account_id, 'open', clock_timestamp(), ${priceNow(claim)}
    from taken where status = 'claimed'
  ),
  spent as (
    insert into spend_entries (id, tenant_id, campaign_id, channel, month, messages, minor, currency)
    select ${uuidV7}, each_of.*, p.price ->> 'currency' from (select ${priceNow(claim)} as price) p cross join lateral (
      select tenant_id, campaign_id, channel, ${claim.month}::date, count(*), count(*) * (p.price ->> 'minor')::numeric
      from taken where status = 'claimed' and p.price is not null group by 1, 2, 3
    ) each_of
  )
  select m.id, m.status, m.retry_at is not null as "isHeld", m.attempts as number, m.approval_id as "approvalId", r.customer_id as "customerId",
    r.contact_id as "contactId", r.channel, r.address, r.address_hash as "addressHash", r.rendered, r.consent, r.salt,
    m.fallback, r.fallbacks, r.variant,
    to_char(r.planned_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "plannedAt"
  from taken m join manifest_rows r on r.id = m.manifest_row_id
  order by m.planned_at, m.id`;

/** Holds the tenant's enabled accounts until the transaction ends: claims of one tenant happen one after the other. */
export const lockAccounts = sql`
  select id from channel_accounts where is_enabled order by id for no key update`;

// As the queue's own index has it: in any shorter order another index would do, which holds what was sent as well.
const IN_QUEUE = 'tenant_id, campaign_id, channel, planned_at, id';

/**
 * The campaigns that have something due on the channel, each with its share of the batch: as much as any other's, in an
 * order that is drawn anew each time, so that neither a large campaign nor an old one keeps another waiting. They are
 * found by going from one to the next in the queue's index; what is paused is not walked through.
 */
const running = ({ accountId, channel, now, batch }: Claim): SQL => sql`
  queue as (
    (select campaign_id from messages where status = 'queued' order by ${sql.raw(IN_QUEUE)} limit 1)
    union all
    select (
      select m.campaign_id from messages m where m.status = 'queued' and m.campaign_id > q.campaign_id
      order by ${sql.raw(IN_QUEUE)} limit 1)
    from queue q where q.campaign_id is not null
  ),
  running as materialized (
    select *, ceil(${batch}::numeric / count(*) over ())::int as share from (
      select c.id, c.status in ('scheduled', 'sending') as is_live, c.is_answer, c.updated_at as since,
        random() as turn,
        least(${batch}::int, case when c.canary is not null then greatest(0, (c.canary ->> 'first')::int - (
          select count(*)::int from messages m
          where m.campaign_id = c.id and m.occurrence = 0 and m.attempts > 0)) end,
          case when c.budget is not null then (
            select ${affordable(campaignLeft(sql`c`), unitCost(sql`a`, sql`c.budget ->> 'currency'`))}
            from channel_accounts a where a.id = ${accountId}) end) as allowed
      from queue q join campaigns c on c.id = q.campaign_id
      where c.deleted_at is null and c.status in ('scheduled', 'sending', 'draft', 'waiting') and (
        select true from messages m where m.campaign_id = c.id and m.status = 'queued' and m.channel = ${channel}
          and m.planned_at <= ${now} order by ${sql.raw(IN_QUEUE)} limit 1)
      order by turn limit ${batch}::int
    ) drawn
  )`;

const priceNow = ({ accountId }: Claim): SQL =>
  sql`(select a.price from channel_accounts a where a.id = ${accountId})`;

/** How many messages of the account the workspace's month still has money for; an unknown price is within none. */
const monthlyRoom = ({ monthly, month }: Claim): SQL => {
  if (!monthly) return sql`null`;
  const budget: MonthlyBudget = { ...monthly, month };
  return affordable(monthLeft(budget), unitCost(sql`a`, sql`${monthly.currency}::text`));
};

// A scalar subquery on purpose: as a join the planner, which cannot know that nearly every row passes, reads and sorts
// the whole queue for each batch instead of walking its index.
const isOpen = ({ awake, open }: Claim): SQL => sql`(
  select ${isToTester} or (
    select coalesce((
      select coalesce(cu.time_zone, '') || '|' || coalesce(cu.country, '') from customers cu where cu.id = m.customer_id
    ), '|')
  ) = any(case when run.is_answer then ${sql.param(awake)}::text[] else ${sql.param(open)}::text[] end)
  from manifest_rows r where r.id = m.manifest_row_id)`;
