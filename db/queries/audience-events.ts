import { type SQL, sql } from 'drizzle-orm';

// A test goes to the tester, whatever contact it was made for: only the campaign itself (occurrence 0) counts.
const SENT = sql`m.occurrence = 0 and m.status in ('submitted', 'delivered', 'read', 'unknown')`;

const activityRows = (condition: SQL): SQL => sql`
  select a.customer_id, a.at, a.value, a.currency, a.campaign_id from activities a where ${condition}`;

const messageRows = (at: SQL): SQL => sql`
  select m.customer_id, ${at} as at, null::bigint as value, null::text as currency, m.campaign_id
  from messages m where ${SENT} and ${at} is not null`;

const REPLIES = sql`
  select p.customer_id, p.received_at as at, null::bigint as value, null::text as currency, p.campaign_id
  from replies p where p.customer_id is not null`;

/** As they were read; whoever in part agreed said yes. */
const repliesOf = (...intents: string[]): SQL =>
  sql`${REPLIES} and p.triage ->> 'intent' = any(${sql.param(intents)}::text[])`;

const ROWS: Readonly<Record<string, SQL>> = {
  ordered: activityRows(sql`a.kind = 'order'`),
  clicked_link: activityRows(sql`a.kind = 'click'`),
  was_active: sql`${activityRows(sql`true`)} union all ${REPLIES}`,
  was_contacted: messageRows(sql`coalesce(m.submitted_at, m.updated_at)`),
  got_message: messageRows(sql`coalesce(m.delivered_at, m.read_at)`),
  opened_message: messageRows(sql`m.read_at`),
  replied: REPLIES,
  said_yes: repliesOf('accept', 'partial'),
  said_no: repliesOf('decline'),
  asked_question: repliesOf('question'),
  asked_for_call: repliesOf('callback'),
  sent_complaint: repliesOf('complaint'),
};

/** What happened, as rows `e` (customer_id, at, value, currency, campaign_id); any other key is a kind of activity. */
export const eventRows = (key: string): SQL => sql`(${ROWS[key] ?? activityRows(sql`a.kind = ${key}`)}) e`;
