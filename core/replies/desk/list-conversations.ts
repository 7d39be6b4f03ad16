import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Ctx } from '../../context.ts';
import { INTENTS } from '../../ports.ts';
import { demand } from '../../tenants/roles.ts';

export const conversationRow = z.object({
  id: z.uuid(),
  channel: z.string(),
  customerId: z.uuid().nullable(),
  customer: z.string().nullable(),
  contact: z.string().nullable(),
  /** Where nobody is known: as the channel names them. */
  identifier: z.string(),
  status: z.enum(['open', 'closed']),
  assignedTo: z.uuid().nullable(),
  assignee: z.string().nullable(),
  snoozedUntil: z.iso.datetime().nullable(),
  tags: z.array(z.string()),
  waitingSince: z.iso.datetime().nullable(),
  lastReceivedAt: z.iso.datetime(),
  /** Of the newest message. */
  replyId: z.uuid(),
  intent: z.enum(INTENTS).nullable(),
  urgency: z.enum(['low', 'normal', 'high']).nullable(),
  needsHuman: z.boolean(),
});
export type ConversationRow = z.infer<typeof conversationRow>;

export const conversationsQuery = z.object({
  /** `waiting`: somebody waits for an answer, the longest first. */
  view: z.enum(['waiting', 'mine', 'open', 'snoozed', 'closed', 'all']).default('open'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** Conversations with what a person needs to choose the next one: who waits longest, what is urgent. */
export async function listConversations(
  ctx: Ctx,
  { view, limit }: z.infer<typeof conversationsQuery>,
): Promise<ConversationRow[]> {
  demand(ctx.actor, 'read');
  const own = ctx.actor.kind === 'person' ? ctx.actor.userId : null;
  const awake = sql`(c.snoozed_until is null or c.snoozed_until <= ${ctx.now})`;
  const conditions = {
    waiting: sql`c.status = 'open' and ${awake} and c.waiting_since is not null`,
    mine: sql`c.status = 'open' and ${awake} and c.assigned_to = ${own}`,
    open: sql`c.status = 'open' and ${awake}`,
    snoozed: sql`c.status = 'open' and not ${awake}`,
    closed: sql`c.status = 'closed'`,
    all: sql`true`,
  };
  const { rows } = await ctx.tx.execute<ConversationRow>(sql`
    select c.id, c.channel, c.customer_id as "customerId", cu.name as customer, k.name as contact,
      r.identifier, c.status, c.assigned_to as "assignedTo", u.name as assignee, c.tags,
      ${iso(sql`c.snoozed_until`)} as "snoozedUntil", ${iso(sql`c.waiting_since`)} as "waitingSince",
      ${iso(sql`c.last_received_at`)} as "lastReceivedAt", r.id as "replyId",
      coalesce(r.triage ->> 'intent', r.effects -> 0 ->> 'kind') as intent, r.triage ->> 'urgency' as urgency,
      coalesce((r.triage ->> 'needsHuman')::boolean, true) as "needsHuman"
    from conversations c
    join lateral (
      select * from replies p where p.conversation_id = c.id order by p.received_at desc, p.id desc limit 1
    ) r on true
    left join customers cu on cu.id = c.customer_id
    left join contacts k on k.id = c.contact_id
    left join users u on u.id = c.assigned_to
    where ${conditions[view]}
    order by ${view === 'waiting' ? sql`(r.triage ->> 'urgency' = 'high') desc nulls last, c.waiting_since` : sql`c.last_received_at desc`}, c.id
    limit ${limit}`);
  return rows;
}

const iso = (column: ReturnType<typeof sql>) =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
