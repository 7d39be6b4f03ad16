import { type SQL, sql } from 'drizzle-orm';
import { onPages, PAGE } from './audience-count.ts';
import { factsOf, factsOfFew } from './audience-facts.ts';

/** A customer, and the page its facts lie on; null for one who only shares an address with those who are counted. */
export type Member = { id: string; page: number | null };

/** Those whom a condition admits, as the one page that everything is on. */
export const allMembers = (condition: SQL): SQL => sql`
  select k.customer_id as id, 0 as page from ${factsOf(sql`customer_facts k`)}
  where k.status = 'active' and (${condition})`;

/** Those of them whose facts lie on some pages. */
export const membersOnPages = (condition: SQL, blocks: readonly number[]): SQL => sql`
  select k.customer_id as id, ${PAGE} as page from ${factsOfFew(sql`customer_facts k`, condition)}
  where ${onPages(blocks)} and k.status = 'active' and (${condition})`;

/** Members that are known, as rows. */
export const knownMembers = (members: readonly Member[]): SQL => sql`
  select * from unnest(${sql.param(members.map(({ id }) => id))}::uuid[],
    ${sql.param(members.map(({ page }) => page))}::int[]) as known(id, page)`;

// A lookup by an index for each row, whatever the query planner thinks of the sizes of what it joins: `offset 0` keeps
// it from being turned into a join that reads whole tables.
const peopleOf = (of: SQL): SQL => sql`cross join lateral (
    select p.id from contacts p where p.customer_id = ${of} and p.left_at is null offset 0) p`;
const addressesOf = (of: SQL): SQL => sql`cross join lateral (
    select a.channel, a.hash, a.usable from addresses a where a.contact_id = ${of} offset 0) a`;

/** Other customers whom a condition admits and who have an address in common with these. */
export const neighbours = (condition: SQL, members: readonly Member[]): SQL => sql`
  with known as materialized (${knownMembers(members)}),
  near as materialized (
    select distinct q.customer_id as id from known ${peopleOf(sql`known.id`)} ${addressesOf(sql`p.id`)}
    cross join lateral (
      select o.contact_id from addresses o
      where o.hash = a.hash and o.channel = a.channel and o.contact_id <> p.id and o.usable offset 0) o
    cross join lateral (
      select x.customer_id from contacts x where x.id = o.contact_id and x.left_at is null offset 0) q
    where a.usable and not exists (select 1 from known k where k.id = q.customer_id)
  )
  select k.customer_id as id, null::int as page from ${factsOfFew(sql`customer_facts k`, condition)}
  where k.customer_id = any(array(select near.id from near)) and k.status = 'active' and (${condition})`;

/** What was counted: `hits` on all pages, and the sum of the squares of what each of them has. */
export type FigureRow = { channel: string | null; what: string; hits: number; squares: number };

type Question = { members: SQL; purpose: 'service' | 'marketing'; cap: { max: number; days: number } };

/**
 * How far customers can be written to for a purpose, channel by channel, by the rules that claiming a message has. Each
 * contact counts once a channel, and under the first reason that stands in the way: opted out by any address, no basis
 * for the address, the same address as somebody else's, as many messages as the cap allows.
 */
export const audienceReach = ({ members, purpose, cap }: Question): SQL => sql`
  with hit as materialized (${members}),
  people as materialized (
    select p.id, hit.id as customer_id, hit.page from hit ${peopleOf(sql`hit.id`)}
  ),
  theirs as (
    select p.id as contact_id, p.customer_id, p.page, a.channel, a.hash, a.usable,
      exists (select 1 from suppressions s where s.address_hash = a.hash and s.lifted_at is null
        and (s.scope <> 'marketing' or ${purpose} = 'marketing')) as is_stopped,
      (select l.state from consents l
        where l.address_hash = a.hash and l.channel = a.channel and l.purpose = ${purpose}
        order by l.at desc, l.id desc limit 1) as state,
      case when ${purpose} = 'marketing' then (
        select count(distinct o.id) from messages o join attempts t on t.message_id = o.id
        where o.contact_id = p.id and o.purpose = 'marketing' and t.outcome in ('open', 'submitted', 'unknown')
          and t.started_at > clock_timestamp() - make_interval(days => ${cap.days}::int)) >= ${cap.max}::int
        else false end as is_full
    from people p ${addressesOf(sql`p.id`)}
  ),
  known as (
    select t.*, bool_or(t.is_stopped) over (partition by t.contact_id) as has_stopped,
      case when ${purpose} = 'marketing' then coalesce(t.state = 'granted', false)
        else coalesce(t.state <> 'withdrawn', true) end as is_allowed
    from theirs t
  ),
  first as materialized (
    select distinct on (k.contact_id, k.channel) k.* from known k where k.usable
    order by k.contact_id, k.channel, k.is_allowed desc, k.hash
  ),
  judged as (
    select f.*, row_number() over (
      partition by f.channel, f.hash, f.is_allowed and not f.has_stopped order by f.contact_id) > 1 as is_double
    from first f
  ),
  sorted as materialized (
    select j.contact_id, j.customer_id, j.page, j.channel,
      case when j.has_stopped then 'suppressed' when not j.is_allowed then 'withoutConsent'
        when j.is_double then 'duplicate' when j.is_full then 'capped' else 'reachable' end as verdict
    from judged j where j.page is not null
  ),
  figures as (
    select page, null as channel, 'customers' as what, count(*) as n from hit where page is not null group by page
    union all
    select page, null, 'contacts', count(*) from people where page is not null group by page
    union all
    select p.page, null, 'withoutAddress', count(*) from people p
    where p.page is not null and not exists (select 1 from first f where f.contact_id = p.id) group by p.page
    union all
    select s.page, null, 'reachableContacts', count(distinct s.contact_id) from sorted s
    where s.verdict = 'reachable' group by s.page
    union all
    select s.page, null, 'reachableCustomers', count(distinct s.customer_id) from sorted s
    where s.verdict = 'reachable' group by s.page
    union all
    select s.page, s.channel, s.verdict, count(*) from sorted s group by s.page, s.channel, s.verdict
    union all
    select s.page, s.channel, 'withAddress', count(*) from sorted s group by s.page, s.channel
    union all
    select s.page, s.channel, 'customers', count(distinct s.customer_id) from sorted s group by s.page, s.channel
    union all
    select s.page, s.channel, 'reachableCustomers', count(distinct s.customer_id) from sorted s
    where s.verdict = 'reachable' group by s.page, s.channel
  )
  select channel, what, sum(n)::float8 as hits, sum(n * n)::float8 as squares from figures group by channel, what`;
