// What happened in a conversation, one kind at a time.
import { eq, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { rungRendered } from '../../../db/queries/rung.ts';
import { answers, approvals, conversationNotes, messages, users } from '../../../db/schema/index.ts';
import type { Ctx } from '../../context.ts';
import { triageSchema } from '../../ports.ts';
import { heldMessage } from '../held-back.ts';
import { OUTCOMES } from './confirm-outcome.ts';
import type { Conversation } from './find-conversation.ts';

const at = z.iso.datetime();
const rendered = z.object({ subject: z.string().optional(), text: z.string() });

export const conversationEntry = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('received'),
    at,
    replyId: z.uuid(),
    /** What they wrote themselves; the whole is kept and shown on demand. */
    text: z.string(),
    isShortened: z.boolean(),
    /** The campaign that it answers. */
    campaign: z.string().nullable(),
    triage: triageSchema.nullable(),
    /** What the reply names, in its own words. */
    mentions: z.array(z.string()),
    /** What code did at once, in words. */
    effects: z.array(z.string()),
    /** A person has to say whether it asks for no more messages. */
    /** A machine wrote it: nobody waits for an answer. */
    isAutomatic: z.boolean(),
    isInDoubt: z.boolean(),
    /** What was not sent while it was in doubt, where it was no stop. */
    heldBack: z.array(heldMessage),
    outcome: z
      .object({
        kind: z.enum(OUTCOMES),
        valueMinor: z.int().nullable(),
        currency: z.string().nullable(),
        /** What it was about when it was said. */
        contractId: z.uuid().nullable(),
      })
      .nullable(),
    attachments: z.array(
      z.object({ id: z.uuid(), name: z.string(), type: z.string(), size: z.int(), isKept: z.boolean() }),
    ),
  }),
  z.object({
    kind: z.literal('answered'),
    at,
    approvalId: z.uuid(),
    text: z.string(),
    by: z.string().nullable(),
    /** Of the message, or `waiting` while nobody has approved it. */
    status: z.string(),
  }),
  z.object({
    kind: z.literal('sent'),
    at,
    campaignId: z.uuid(),
    campaign: z.string(),
    subject: z.string().nullable(),
    text: z.string(),
    status: z.string(),
  }),
  z.object({ kind: z.literal('note'), at, text: z.string(), by: z.string().nullable() }),
]);
export type ConversationEntry = z.infer<typeof conversationEntry>;

const MOST_SENT = 20;

export async function answered(ctx: Ctx, { id }: Conversation): Promise<ConversationEntry[]> {
  const rows = await ctx.tx
    .select({ answer: answers, by: users.name, message: messages.status, approval: approvals.status })
    .from(answers)
    .innerJoin(approvals, eq(approvals.id, answers.approvalId))
    .leftJoin(messages, eq(messages.campaignId, answers.campaignId))
    .leftJoin(users, eq(users.id, answers.writtenBy))
    .where(eq(answers.conversationId, id));
  return rows.map(({ answer, by, message, approval }) => ({
    kind: 'answered',
    at: answer.createdAt.toISOString(),
    approvalId: answer.approvalId,
    text: answer.text,
    by,
    status: message ?? (approval === 'requested' ? 'waiting' : approval),
  }));
}

/** What campaigns sent there: the newest, as frozen. */
export async function sent(ctx: Ctx, conversation: Conversation): Promise<ConversationEntry[]> {
  const { contactId, channel, addressHash } = conversation;
  if (!contactId) return [];
  const { rows } = await ctx.tx.execute<Sent>(sql`
    select ${iso(SENT_AT)} as at, c.id as "campaignId", c.name as campaign,
      m.status, ${rungRendered} as rendered
    from messages m
    join manifest_rows r on r.id = m.manifest_row_id
    join campaigns c on c.id = m.campaign_id
    where m.contact_id = ${contactId} and m.channel = ${channel} and m.address_hash = ${addressHash}
      and not c.is_answer and m.status not in ('queued', 'claimed', 'dropped')
    order by m.submitted_at desc nulls last, m.id desc limit ${MOST_SENT}`);
  return rows.map(({ rendered: content, ...row }) => {
    const { text, subject = null } = rendered.parse(content);
    return { kind: 'sent', ...row, text, subject };
  });
}

// Sent by the database's clock, received by the domain's: where these differ (a rehearsal), what was answered still came
// before its answer.
const SENT_AT = sql`least(coalesce(m.submitted_at, m.planned_at),
  (select min(a.received_at) from replies a where a.message_id = m.id))`;

type Sent = { at: string; campaignId: string; campaign: string; status: string; rendered: unknown };

export async function notes(ctx: Ctx, { id }: Conversation): Promise<ConversationEntry[]> {
  const rows = await ctx.tx
    .select({ note: conversationNotes, by: users.name })
    .from(conversationNotes)
    .leftJoin(users, eq(users.id, conversationNotes.createdBy))
    .where(eq(conversationNotes.conversationId, id));
  return rows.map(({ note, by }) => ({
    kind: 'note',
    at: note.createdAt.toISOString(),
    text: note.text,
    by,
  }));
}

const iso = (column: SQL) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
