import { type SQL, sql } from 'drizzle-orm';
import { CORRECTED } from '../schema/index.ts';

/** One contact with the address that would reach it first, or with what stands in the way. */
export type ContactRow = {
  contactId: string;
  customerId: string;
  name: string | null;
  role: string;
  language: string | null;
  timeZone: string | null;
  /** Has a usable address on any channel. */
  hasAddress: boolean;
  /** Opted out of this purpose, by any address they have. */
  isStopped: boolean;
  /** Only by a doubt that nobody has decided yet. */
  isHeld: boolean;
  channel: string | null;
  address: string | null;
  addressHash: string | null;
  /** Whether the purpose has a basis on that address. */
  isAllowed: boolean | null;
  /** Got a message of an earlier campaign, or wrote to us; false when nobody asked. */
  wasInTouch: boolean;
  basis: string | null;
  since: string | null;
  /** The other allowed channels of theirs, in order, each with one address. */
  others: OtherAddress[];
};

export type OtherAddress = {
  channel: string;
  address: string;
  addressHash: string;
  basis: string | null;
  since: string | null;
};

type Question = {
  customerIds: readonly string[];
  /** Allowed channels, first choice first; a contact's preferred one goes before. */
  channels: readonly string[];
  purpose: 'service' | 'marketing';
  /** Whether to look up who was in touch before. */
  asksEarlier: boolean;
};

/**
 * Every contact of the customers, one row each, in their file's order. All of a contact is looked up for it in the
 * indexes: there is nothing that a query planner without statistics could join badly, however many they are.
 * An address that may be written to for the
 * purpose goes before one that may not, then the preferred channel, then the order of `channels`. Service rests on the
 * contract unless it was withdrawn for that address; marketing needs the newest entry of the ledger to be a grant.
 */
export const contactRows = ({ customerIds, channels, purpose, asksEarlier }: Question): SQL => sql`
  select p.id as "contactId", p.customer_id as "customerId", p.name, p.role,
    coalesce(p.language, ${STATED_LOCALE}) as language, cu.time_zone as "timeZone",
    t.usable > 0 as "hasAddress", t.is_stopped as "isStopped", t.is_held as "isHeld",
    f.channel, f.normalised as address, f.hash as "addressHash", f.is_allowed as "isAllowed", f.basis,
    ${iso(sql`f.at`)} as since, coalesce(o.list, '[]') as others,
    ${asksEarlier ? IN_TOUCH : sql`false`} as "wasInTouch"
  from unnest(${sql.param(customerIds)}::uuid[]) as asked(id)
  cross join lateral (select * from contacts p where p.customer_id = asked.id and p.left_at is null offset 0) p
  cross join lateral (select * from customers cu where cu.id = asked.id offset 0) cu
  cross join lateral (
    select count(*) filter (where a.usable) as usable, count(s.is_held) > 0 as is_stopped,
      coalesce(bool_and(s.is_held), false) as is_held
    from addresses a left join lateral (
      select s.scope = 'held' as is_held from suppressions s where s.address_hash = a.hash and s.lifted_at is null
        and (s.scope <> 'marketing' or ${purpose} = 'marketing') order by s.scope = 'held' limit 1
    ) s on true
    where a.contact_id = p.id
  ) t
  left join lateral (select * from ${judged({ channels, purpose })} order by ${byRank(channels)} limit 1) f on true
  left join lateral (
    select jsonb_agg(jsonb_build_object(
        'channel', j.channel, 'address', j.normalised, 'addressHash', j.hash, 'basis', j.basis,
        'since', ${iso(sql`j.at`)}) order by ${byRank(channels)}) as list
    from (
      select distinct on (j.channel) j.* from ${judged({ channels, purpose })}
      where t.usable > 1 and j.channel <> f.channel and j.is_allowed order by j.channel, j.id
    ) j
  ) o on true
  order by p.customer_id, p.position, p.id`;

/** The addresses of `p` that may be used on these channels, and what the ledger says of each. */
const judged = ({ channels, purpose }: Pick<Question, 'channels' | 'purpose'>): SQL => sql`(
    select a.id, a.channel, a.normalised, a.hash, l.basis, l.at,
      case when ${purpose} = 'marketing' then coalesce(l.state = 'granted', false)
        else coalesce(l.state <> 'withdrawn', true) end as is_allowed
    from addresses a left join lateral (
      select c.state, c.basis, c.at from consents c
      where c.address_hash = a.hash and c.channel = a.channel and c.purpose = ${purpose}
      order by c.at desc, c.id desc limit 1
    ) l on true
    where a.contact_id = p.id and a.usable and a.channel = any(${sql.param(channels)}::text[])
  ) j`;

/** Not an inferred one: whoever is written to in a language must have been said to read it. */
const STATED_LOCALE = sql`case
  when coalesce(cu.inferred #>> '{locale,reason}', ${CORRECTED}) = ${CORRECTED} then cu.locale end`;

const iso = (instant: SQL): SQL =>
  sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const byRank = (channels: readonly string[]): SQL => sql`j.is_allowed desc,
  (j.channel is not distinct from p.preferred_channel) desc,
  array_position(${sql.param(channels)}::text[], j.channel), j.id`;

// A test goes to the tester, whatever contact it was made for: only the campaign itself (occurrence 0) counts.
const IN_TOUCH = sql`(
  exists (select 1 from messages m where m.contact_id = p.id and m.occurrence = 0
    and m.status in ('submitted', 'delivered', 'read', 'unknown'))
  or exists (select 1 from replies r where r.contact_id = p.id))`;
