import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Ctx } from '../../context.ts';
import { demand } from '../../tenants/roles.ts';
import { newestFirst } from '../read-as-automatic.ts';
import { SHOWN_INTENTS, shownIntentOf } from '../shown-intent.ts';
import { findConversation } from './find-conversation.ts';

export const conversationRow = z.object({
  id: z.uuid(),
  channel: z.string(),
  customerId: z.uuid().nullable(),
  customer: z.string().nullable(),
  /** Null where nobody is known, or several share the address. */
  contactId: z.uuid().nullable(),
  contact: z.string().nullable(),
  /** Where nobody is known: as the channel names them. */
  identifier: z.string(),
  status: z.enum(['open', 'closed']),
  assignedTo: z.uuid().nullable(),
  assignee: z.string().nullable(),
  /** Null again once it has come back. */
  snoozedUntil: z.iso.datetime().nullable(),
  tags: z.array(z.string()),
  /** The contract that it is about, as somebody said. */
  contractId: z.uuid().nullable(),
  waitingSince: z.iso.datetime().nullable(),
  lastReceivedAt: z.iso.datetime(),
  /** Of the newest message; while somebody waits, of theirs and not their machine's. */
  replyId: z.uuid(),
  intent: z.enum(SHOWN_INTENTS).nullable(),
  urgency: z.enum(['low', 'normal', 'high']).nullable(),
  needsHuman: z.boolean(),
  /** How the newest message begins, on one line. */
  snippet: z.string(),
  /** The newest campaign that was answered. */
  campaignId: z.uuid().nullable(),
  campaign: z.string().nullable(),
});
export type ConversationRow = z.infer<typeof conversationRow>;

export const VIEWS = [
  'waiting',
  'needs_human',
  'urgent',
  'mine',
  'unassigned',
  'open',
  'snoozed',
  'closed',
  'all',
] as const;

export const conversationsQuery = z.object({
  /** `waiting`, `needs_human` and `urgent`: somebody waits for an answer, the longest first. */
  view: z.enum(VIEWS).default('open'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** Conversations with what a person needs to choose the next one: who waits longest, what is urgent. */
export async function listConversations(
  ctx: Ctx,
  { view, limit }: z.infer<typeof conversationsQuery>,
): Promise<ConversationRow[]> {
  demand(ctx.actor, 'read');
  const own = ctx.actor.kind === 'person' ? ctx.actor.userId : null;
  const awake = sql`c.status = 'open' and (c.snoozed_until is null or c.snoozed_until <= ${ctx.now})`;
  const waiting = sql`${awake} and c.waiting_since is not null`;
  const conditions: Record<(typeof VIEWS)[number], SQL> = {
    waiting,
    needs_human: sql`${waiting} and ${NEEDS_HUMAN}`,
    urgent: sql`${waiting} and ${IS_URGENT}`,
    mine: sql`${awake} and c.assigned_to = ${own}`,
    unassigned: sql`${awake} and c.assigned_to is null`,
    open: awake,
    snoozed: sql`c.status = 'open' and c.snoozed_until > ${ctx.now}`,
    closed: sql`c.status = 'closed'`,
    all: sql`true`,
  };
  const order = LONGEST_FIRST.has(view)
    ? sql`${IS_URGENT} desc nulls last, c.waiting_since`
    : sql`c.last_received_at desc`;
  return selectRows(ctx, { where: conditions[view], order, limit });
}

/** One of them. Throws `conversation:unknown`. */
export async function readConversationRow(ctx: Ctx, conversationId: string): Promise<ConversationRow> {
  const { id } = await findConversation(ctx, conversationId);
  const [row] = await selectRows(ctx, { where: sql`c.id = ${id}`, order: sql`c.id`, limit: 1 });
  return row!;
}

const LONGEST_FIRST = new Set<string>(['waiting', 'needs_human', 'urgent']);
// Unread by triage, a person should look.
const NEEDS_HUMAN = sql`coalesce((r.triage ->> 'needsHuman')::boolean, true)`;
const IS_URGENT = sql`(r.triage ->> 'urgency' = 'high')`;
const SNIPPET_LENGTH = 200;

type Selection = { where: SQL; order: SQL; limit: number };

async function selectRows(ctx: Ctx, { where, order, limit }: Selection): Promise<ConversationRow[]> {
  const { rows } = await ctx.tx.execute<ConversationRow>(sql`
    select c.id, c.channel, c.customer_id as "customerId", cu.name as customer,
      c.contact_id as "contactId", k.name as contact,
      r.identifier, c.status, c.assigned_to as "assignedTo", u.name as assignee, c.tags, o.id as "contractId",
      case when c.snoozed_until > ${ctx.now} then ${iso(sql`c.snoozed_until`)} end as "snoozedUntil", ${iso(sql`c.waiting_since`)} as "waitingSince",
      ${iso(sql`c.last_received_at`)} as "lastReceivedAt", r.id as "replyId",
      ${shownIntentOf({ triage: sql`r.triage`, doubt: sql`r.doubt`, effects: sql`r.effects` })} as intent, r.triage ->> 'urgency' as urgency,
      ${NEEDS_HUMAN} as "needsHuman",
      r.body as snippet,
      g.id as "campaignId", g.name as campaign
    from conversations c
    join lateral (
      select * from replies p where p.conversation_id = c.id order by ${newestFirst} limit 1
    ) r on true
    left join customers cu on cu.id = c.customer_id
    left join contacts k on k.id = c.contact_id
    left join users u on u.id = c.assigned_to
    left join contracts o on o.id = c.contract_id
    left join lateral (
      select a.id, a.name from replies p join campaigns a on a.id = p.campaign_id
      where p.conversation_id = c.id and not a.is_answer order by p.received_at desc limit 1
    ) g on true
    where ${where}
    order by ${order}, c.id
    limit ${limit}`);
  return rows.map((row) => ({ ...row, snippet: toSnippet(row.snippet) }));
}

const toSnippet = (body: string): string => body.slice(0, SNIPPET_LENGTH).replaceAll(/\s+/g, ' ');

const iso = (column: SQL) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
