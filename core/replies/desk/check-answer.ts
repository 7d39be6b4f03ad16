// What stands against answering, found before anything is frozen; the claim checks the grave ones once more.
import { and, desc, eq, gt, ne, or, sql } from 'drizzle-orm';
import { addresses, answers, approvals, conversations, replies, users } from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import { voidApprovals } from '../../approval/void-approvals.ts';
import type { Ctx } from '../../context.ts';
import { readMailKind } from '../mail-kind.ts';
import { readAsAutomatic } from '../read-as-automatic.ts';
import type { ReplyRow } from '../read-triage-inputs.ts';
import { hasWithdrawn } from './check-stops.ts';
import { type Conversation, lockConversation } from './find-conversation.ts';
import { refusal } from './refusal.ts';

type Place = { conversation: Conversation; reply: ReplyRow };
/** `lastReceivedAt` is null where they never wrote by that channel. */
type Window = { lastReceivedAt: Date | null; windowHours: number | null };

const HOUR = 3_600_000;
// So many mails of a machine may have come that nobody has read yet.
const MOST_UNREAD = 500;

/** A machine's message is never answered: two robots would go on for ever. */
export function refuseMachine(reply: Pick<ReplyRow, 'headers'>): void {
  if (readMailKind(reply.headers) === null) return;
  throw refusal('A machine wrote this; it is not answered.', 'Write to the person in another way.');
}

/** When the channel takes no free text of ours any more; null where it always does. */
export const windowEnd = ({ lastReceivedAt, windowHours }: Window): Date | null =>
  windowHours === null ? null : new Date((lastReceivedAt?.getTime() ?? 0) + windowHours * HOUR);

/** Throws `reply:state` outside the channel's window for free text. */
export function refuseWindow(ctx: Ctx, { channel, ...window }: Window & { channel: string }): void {
  const closesAt = windowEnd(window);
  if (!closesAt || ctx.now < closesAt) return;
  throw refusal(
    `They have not written in the last ${window.windowHours} hours: ${channel} takes no free text now.`,
    'Answer by another channel or with an approved text, or wait until they write again.',
  );
}

/** Throws `reply:state` where it is not known who wrote. */
export function demandKnown(contactId: string | null): string {
  if (contactId) return contactId;
  throw refusal(
    'It is not known who wrote this, or several people share the address.',
    'Say which contact it is first.',
  );
}

/** The address to answer to: the contact's own, on the channel of the message. Throws `reply:state`. */
export async function answerAddress(
  ctx: Ctx,
  { conversation, reply }: Place,
): Promise<typeof addresses.$inferSelect> {
  const contactId = demandKnown(reply.contactId ?? conversation.contactId);
  const [found] = await ctx.tx
    .select({ address: addresses, hasWithdrawn: sql<boolean>`${hasWithdrawn}` })
    .from(addresses)
    .where(
      and(
        eq(addresses.contactId, contactId),
        eq(addresses.channel, conversation.channel),
        eq(addresses.hash, conversation.addressHash),
      ),
    );
  if (!found)
    throw refusal('The contact does not have this address.', 'Add the address to the contact first.');
  if (found.hasWithdrawn)
    throw refusal(
      `They took back their consent to messages by ${conversation.channel}.`,
      'Answer by another channel, or call them.',
    );
  return found.address;
}

/**
 * Throws `conversation:moved` when more came in than the person has seen, or when a colleague has answered that
 * already or is writing now: nobody shall be answered twice.
 */
export async function refuseCollision(
  ctx: Ctx,
  { conversation, reply, takesOver }: Place & { takesOver: boolean },
): Promise<void> {
  const own = ctx.actor.kind === 'person' ? ctx.actor.userId : null;
  await refuseOvertaken(ctx, { conversationId: conversation.id, replyId: reply.id });
  const { penHolder, penUntil } = conversation;
  if (penHolder && penHolder !== own && penUntil && penUntil > ctx.now)
    throw moved('A colleague is writing an answer just now.', reply.id);
  const [other] = await ctx.tx
    .select({ status: approvals.status, until: approvals.expiresAt, at: answers.createdAt, by: users.name })
    .from(answers)
    .innerJoin(approvals, eq(approvals.id, answers.approvalId))
    .leftJoin(users, eq(users.id, answers.writtenBy))
    .where(
      and(
        eq(answers.replyId, reply.id),
        or(
          eq(approvals.status, 'approved'),
          // What its time is over for holds up nobody, whether or not that was noted yet.
          and(eq(approvals.status, 'requested'), gt(approvals.expiresAt, ctx.now), sql`${!takesOver}`),
        ),
        own ? ne(answers.writtenBy, own) : undefined,
      ),
    )
    .orderBy(approvals.status)
    .limit(1);
  if (other?.status === 'approved') throw moved('A colleague has answered this already.', reply.id);
  if (!other) return;
  const at = (day: Date) => `${day.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  throw new AppError(
    'conversation:moved',
    `${other.by ?? 'A colleague'} wrote an answer at ${at(other.at)} that waits for approval until ${at(other.until)}.`,
    {
      nextStep: 'Decide that one where it waits, or take over with yours on the page.',
      where: { replyId: reply.id },
    },
  );
}

/** Throws `conversation:moved` when they wrote again since that message: what was meant for it may not fit any more. */
async function refuseOvertaken(
  ctx: Ctx,
  { conversationId, replyId }: { conversationId: string; replyId: string },
): Promise<void> {
  const latest = await ctx.tx
    .select({ id: replies.id, headers: replies.headers })
    .from(replies)
    .where(
      and(eq(replies.conversationId, conversationId), sql`not ${readAsAutomatic(sql`${replies.triage}`)}`),
    )
    .orderBy(desc(replies.receivedAt), desc(replies.id))
    .limit(MOST_UNREAD);
  // What their machine wrote after them is nothing that they want, and nobody answers it.
  const newest = latest.find(({ headers }) => readMailKind(headers) === null);
  if (newest && newest.id !== replyId) throw moved('They wrote again since.', newest.id);
}

/** Conversation before campaign, as where an answer is written: two who decide and write at once wait for each other. */
export async function holdConversation(ctx: Ctx, { approvalId }: { approvalId: string }): Promise<void> {
  const [answer] = await ctx.tx.select().from(answers).where(eq(answers.approvalId, approvalId));
  if (answer) await lockConversation(ctx, answer.conversationId);
}

/**
 * For whoever has just approved an answer: its conversation waits no more. Throws `conversation:moved` when they wrote
 * again while it waited to be approved; of a campaign's approval it does nothing.
 */
export async function settleApproved(ctx: Ctx, { approvalId }: { approvalId: string }): Promise<void> {
  const [answer] = await ctx.tx.select().from(answers).where(eq(answers.approvalId, approvalId));
  if (!answer) return;
  await refuseOvertaken(ctx, answer);
  await ctx.tx
    .update(conversations)
    .set({ waitingSince: null })
    .where(eq(conversations.id, answer.conversationId));
}

/**
 * Takes back what waits for an approval in this conversation, so that nobody gets two answers where one was meant;
 * answers its words, the newest where there were several.
 */
export async function replaceWaiting(ctx: Ctx, conversationId: string): Promise<string | null> {
  const waiting = await ctx.tx
    .select({ campaignId: answers.campaignId, text: answers.text })
    .from(answers)
    .innerJoin(approvals, eq(approvals.id, answers.approvalId))
    .where(and(eq(answers.conversationId, conversationId), eq(approvals.status, 'requested')))
    .orderBy(desc(answers.createdAt), desc(answers.id));
  for (const { campaignId } of waiting)
    await voidApprovals(ctx, { campaignId, why: 'another answer took its place' });
  return waiting[0]?.text ?? null;
}

const moved = (message: string, replyId: string) =>
  new AppError('conversation:moved', message, {
    nextStep: 'Read the conversation again, then answer.',
    where: { replyId },
  });

/** Whoever wrote it, or writes no more, lays the pen down. */
export const layPenDown = (ctx: Ctx, conversationId: string): Promise<unknown> =>
  ctx.tx
    .update(conversations)
    .set({ penHolder: null, penUntil: null })
    .where(eq(conversations.id, conversationId));
