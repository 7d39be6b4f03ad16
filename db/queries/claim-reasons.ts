// What is asked of a message when it is claimed, each as a condition of the claiming statement: `m` is the message, `r` its
// manifest row, `j` the message once it was judged.
import { type SQL, sql } from 'drizzle-orm';
import type { Claim } from './claim.ts';
import { rungAddressHash, rungChannel, rungRendered } from './rung.ts';
import { templateWords } from './template-words.ts';

/** Everything of a test to one address goes to the person who asked for it, not to the contact it is about. */
export const isToTester = sql`r.consent ->> 'basis' = 'test'`;

export const hasAuthority = ({ now }: Claim): SQL => sql`exists (
  select 1 from approvals a join manifests f on f.id = a.manifest_id
  where a.id = m.approval_id and a.status = 'approved' and a.envelope is not null and a.digest = f.digest
    and f.id = r.manifest_id and f.campaign_id = m.campaign_id and f.occurrence = m.occurrence
    and r.contact_id = m.contact_id and r.customer_id = m.customer_id and ${rungChannel} = m.channel
    and ${rungAddressHash} = m.address_hash and r.consent ->> 'purpose' = m.purpose and r.planned_at <= ${now}
    and (a.standing_id is null or exists (
      select 1 from standing_approvals s where s.id = a.standing_id and s.revoked_at is null
        and s.expires_at > ${now})))`;

/** Sent again after its customer was merged: what was approved was for the one that is gone. */
export const wentIntoAnother = sql`(r.customer_id <> m.customer_id and exists (
  select 1 from customers g where g.id = r.customer_id and g.merged_into_id is not null))`;

/** After this a stop is only obeyed: the law of some countries allows a word within five minutes. */
export const CONFIRMED_MINUTES = 5;

/**
 * The one message that may follow a stop: what a person approved ahead to say that it was heard, to the address that
 * said it, and only against the stop that this very reply made just now. A complaint, an erasure or an older stop holds.
 */
const isConfirmedStop = ({
  now,
}: Claim): SQL => sql`((s.scope = 'held' or s.reason = 'opted_out' and s.source = 'reply'
  and s.at > ${now}::timestamptz - make_interval(mins => ${CONFIRMED_MINUTES}::int)) and exists (
  select 1 from approvals a join standing_approvals t on t.id = a.standing_id and t.terms ? 'confirmsStop'
  join answers w on w.approval_id = a.id join replies p on p.id = w.reply_id
  where a.id = m.approval_id and p.address_hash = m.address_hash
    and p.effects @> '[{"kind": "opt_out"}]'))`;

// Address by address from the index: by "or" the query planner would read all stops of the workspace for each message.
/** By any address that the person has; a tester only by their own. */
const stopsOf = (claim: Claim): SQL => sql`from (
  select m.address_hash as hash
  union all
  select x.hash from addresses x where x.contact_id = m.contact_id and x.hash <> m.address_hash and not ${isToTester}
) own cross join lateral (
  select s.scope from suppressions s
  where s.address_hash = own.hash and s.lifted_at is null and (s.scope <> 'marketing' or m.purpose = 'marketing')
    and not ${isConfirmedStop(claim)} offset 0) stop`;

export const isSuppressed = (claim: Claim): SQL => sql`exists (select 1 ${stopsOf(claim)})`;

/** Asked only of who is suppressed: a doubt that nobody has decided, or a stop. */
export const suppressedAs = (claim: Claim): SQL =>
  sql`(select case when bool_and(stop.scope = 'held') then 'held' else 'opted_out' end ${stopsOf(claim)})`;

// `offset 0`: asked of each message. Without it the query planner may read all contacts and addresses that there are.
export const isContactGone = sql`not exists (
  select 1 from contacts k where k.id = m.contact_id and k.left_at is null offset 0)`;

export const isAddressUnusable = sql`not exists (
  select 1 from addresses x where x.contact_id = m.contact_id and x.channel = m.channel
    and x.hash = m.address_hash and x.usable offset 0)`;

/** Marketing needs the newest entry of the ledger to be a grant; service goes unless it was withdrawn. */
export const hasNoConsent = sql`coalesce((
  select l.state <> 'granted' from consents l
  where l.address_hash = m.address_hash and l.channel = m.channel and l.purpose = m.purpose
  order by l.at desc, l.id desc limit 1), m.purpose = 'marketing')`;

/** They asked for a rest, by any address that they have. */
export const isResting = sql`exists (
  select 1 from (
    select m.address_hash as hash union all select x.hash from addresses x where x.contact_id = m.contact_id
  ) own cross join lateral (
    select 1 from cool_downs d where d.address_hash = own.hash and d.is_pause and d.purpose = m.purpose
      and d.until > clock_timestamp() offset 0) rest)`;

/** The provider refuses this person on this channel for now. */
export const isCooling = sql`exists (
  select 1 from cool_downs d where d.address_hash = m.address_hash and d.channel = m.channel
    and d.purpose = m.purpose and d.until > clock_timestamp())`;

export const isRenewed = sql`exists (
  select 1 from contracts k where k.customer_id = m.customer_id and k.status = 'active'
    and k.ends_on > (r.consent ->> 'contractEnd')::date)`;

// Asked first, and once: the text of a message is large, and most channels have no templates.
const hasTemplates = ({ channel }: Claim): SQL => sql`exists (
  select 1 from message_templates t where t.channel = ${channel})`;

/**
 * The platform does not take the template that it was frozen in: paused, refused, or judged anew; or it says something
 * else now than what was approved.
 */
export const isWithdrawn = (claim: Claim): SQL => sql`(${hasTemplates(claim)} and exists (
  select 1 from (select (${rungRendered}) -> 'template' as frozen offset 0) f
  join message_templates t on t.channel = m.channel
    and t.name = f.frozen ->> 'name' and t.language = f.frozen ->> 'language'
  where t.status <> 'approved' or f.frozen ->> 'words' <> ${templateWords}))`;

/** For so long after a message was due, or its campaign was let go on, its template may come back. */
export const TEMPLATE_HOURS = 24;

/** Marketing messages that reached a provider, or may have, in the cap's window. */
export const recentMarketing = ({ cap }: Claim): SQL => sql`(
  select count(distinct o.id) from messages o join attempts t on t.message_id = o.id
  where o.contact_id = j.contact_id and o.purpose = 'marketing' and o.id <> j.id
    and t.outcome in ('open', 'submitted', 'unknown')
    and t.started_at > clock_timestamp() - make_interval(days => ${cap.days}::int))`;
