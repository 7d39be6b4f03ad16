import { type SQL, sql } from 'drizzle-orm';
import { audienceFacts } from './audience-facts.ts';

/** Contacts on one channel: `with_address` is the sum of what follows. */
export type ChannelReachRow = {
  channel: string;
  customers: number;
  withAddress: number;
  suppressed: number;
  withoutConsent: number;
  duplicate: number;
  capped: number;
  reachable: number;
  /** Customers with at least one contact to reach there. */
  reachableCustomers: number;
};
export type ReachRow = {
  customers: number;
  contacts: number;
  withoutAddress: number;
  /** Each once, on whichever channel. */
  reachableContacts: number;
  reachableCustomers: number;
  channels: ChannelReachRow[];
};

type Question = { condition: SQL; purpose: 'service' | 'marketing'; cap: { max: number; days: number } };

/**
 * How far a condition's customers can be written to for a purpose, channel by channel, by the rules that claiming a
 * message has. Each contact counts once a channel, and under the first reason that stands in the way: opted out by any
 * address, no basis for the address, the same address as somebody else's, as many messages as the cap allows.
 */
export const audienceReach = ({ condition, purpose, cap }: Question): SQL => sql`
  with hit as materialized (
    select k.customer_id as id from ${audienceFacts} where k.status = 'active' and (${condition})
  ),
  people as materialized (
    select p.id, p.customer_id from contacts p join hit on hit.id = p.customer_id where p.left_at is null
  ),
  theirs as materialized (
    select a.contact_id, p.customer_id, a.channel, a.hash, a.usable
    from addresses a join people p on p.id = a.contact_id
  ),
  stopped as (
    select distinct t.contact_id from theirs t join suppressions s on s.address_hash = t.hash
    where s.lifted_at is null and (s.scope = 'all' or ${purpose} = 'marketing')
  ),
  ledger as (
    select distinct on (l.address_hash, l.channel) l.address_hash, l.channel, l.state
    from consents l where l.purpose = ${purpose} and l.address_hash in (select t.hash from theirs t)
    order by l.address_hash, l.channel, l.at desc, l.id desc
  ),
  full_up as (
    select o.contact_id from messages o join attempts t on t.message_id = o.id
    where ${purpose} = 'marketing' and o.purpose = 'marketing' and t.outcome in ('open', 'submitted', 'unknown')
      and t.started_at > clock_timestamp() - make_interval(days => ${cap.days}::int)
    group by o.contact_id having count(distinct o.id) >= ${cap.max}::int
  ),
  first as (
    select distinct on (t.contact_id, t.channel) t.contact_id, t.customer_id, t.channel, t.hash,
      s.contact_id is not null as is_stopped, f.contact_id is not null as is_full,
      case when ${purpose} = 'marketing' then coalesce(l.state = 'granted', false)
        else coalesce(l.state <> 'withdrawn', true) end as is_allowed
    from theirs t
    left join ledger l on l.address_hash = t.hash and l.channel = t.channel
    left join stopped s on s.contact_id = t.contact_id
    left join full_up f on f.contact_id = t.contact_id
    where t.usable
    order by t.contact_id, t.channel,
      case when ${purpose} = 'marketing' then coalesce(l.state = 'granted', false)
        else coalesce(l.state <> 'withdrawn', true) end desc, t.hash
  ),
  judged as (
    select f.*, row_number() over (
      partition by f.channel, f.hash, f.is_allowed and not f.is_stopped order by f.contact_id) > 1 as is_double
    from first f
  ),
  sorted as (
    select j.*, case when j.is_stopped then 'suppressed' when not j.is_allowed then 'withoutConsent'
      when j.is_double then 'duplicate' when j.is_full then 'capped' else 'reachable' end as verdict
    from judged j
  ),
  channels as (
    select s.channel, count(distinct s.customer_id)::int as customers, count(*)::int as "withAddress",
      (count(*) filter (where s.verdict = 'suppressed'))::int as suppressed,
      (count(*) filter (where s.verdict = 'withoutConsent'))::int as "withoutConsent",
      (count(*) filter (where s.verdict = 'duplicate'))::int as duplicate,
      (count(*) filter (where s.verdict = 'capped'))::int as capped,
      (count(*) filter (where s.verdict = 'reachable'))::int as reachable,
      (count(distinct s.customer_id) filter (where s.verdict = 'reachable'))::int as "reachableCustomers"
    from sorted s group by s.channel
  )
  select (select count(*)::int from hit) as customers, (select count(*)::int from people) as contacts,
    (select count(*)::int from people p where not exists (
      select 1 from first f where f.contact_id = p.id)) as "withoutAddress",
    (select count(distinct s.contact_id)::int from sorted s where s.verdict = 'reachable') as "reachableContacts",
    (select count(distinct s.customer_id)::int from sorted s where s.verdict = 'reachable') as "reachableCustomers",
    coalesce((select jsonb_agg(to_jsonb(k) order by k.channel) from channels k), '[]') as channels`;
