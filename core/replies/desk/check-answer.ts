// What stands against answering, found before anything is frozen; the claim checks the grave ones once more.
import { and, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import {
  addresses,
  answers,
  approvals,
  conversations,
  replies,
  suppressions,
} from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Ctx } from '../../context.ts';
import { readMailKind } from '../mail-kind.ts';
import type { ReplyRow } from '../read-triage-inputs.ts';
import { isUnconfirmedStop } from '../unconfirmed-stop.ts';
import type { Conversation } from './find-conversation.ts';

type Place = { conversation: Conversation; reply: ReplyRow };

const HOUR = 3_600_000;
const refusal = (message: string, nextStep: string) => new AppError('reply:state', message, { nextStep });

/** A machine's message is never answered: two robots would go on for ever. */
export function refuseMachine(reply: ReplyRow): void {
  if (readMailKind(reply.headers) === null) return;
  throw refusal('A machine wrote this; it is not answered.', 'Write to the person in another way.');
}

/** Throws `reply:state` outside the channel's window for free text. */
export function refuseWindow(
  ctx: Ctx,
  { conversation, windowHours }: { conversation: Conversation; windowHours: number | null },
): void {
  if (windowHours === null) return;
  const closes = conversation.lastReceivedAt.getTime() + windowHours * HOUR;
  if (ctx.now.getTime() < closes) return;
  throw refusal(
    `They last wrote more than ${windowHours} hours ago: ${conversation.channel} takes no free text now.`,
    'Write by another channel, or wait until they write again.',
  );
}

/** Throws `reply:state` when they asked to get nothing more. */
export async function refuseStopped(ctx: Ctx, { conversation }: Pick<Place, 'conversation'>): Promise<void> {
  const [stop] = await ctx.tx
    .select({ id: suppressions.id })
    .from(suppressions)
    .where(
      and(
        eq(suppressions.addressHash, conversation.addressHash),
        eq(suppressions.scope, 'all'),
        isNull(suppressions.liftedAt),
      ),
    )
    .limit(1);
  if (stop)
    throw refusal('They asked to get no more messages.', 'Leave it, or call them if they asked for that.');
}

/** Throws `reply:state` unless it is a fresh stop that nobody was told about yet. */
export async function refuseConfirmed(ctx: Ctx, { reply }: Pick<Place, 'reply'>): Promise<void> {
  const { rows } = await ctx.tx.execute(
    sql`select 1 from replies r where r.id = ${reply.id} and ${isUnconfirmedStop(ctx.now)}`,
  );
  if (rows.length === 0)
    throw refusal(
      'This is no stop of just now that has to be confirmed.',
      'Leave it: a stop is only obeyed.',
    );
}

/** The address to answer to: the contact's own, on the channel of the message. Throws `reply:state`. */
export async function answerAddress(
  ctx: Ctx,
  { conversation, reply }: Place,
): Promise<typeof addresses.$inferSelect> {
  const contactId = reply.contactId ?? conversation.contactId;
  if (!contactId) {
    throw refusal(
      'It is not known who wrote this, or several people share the address.',
      'Say which contact it is first.',
    );
  }
  const [address] = await ctx.tx
    .select()
    .from(addresses)
    .where(
      and(
        eq(addresses.contactId, contactId),
        eq(addresses.channel, conversation.channel),
        eq(addresses.hash, conversation.addressHash),
      ),
    );
  if (!address)
    throw refusal('The contact does not have this address.', 'Add the address to the contact first.');
  return address;
}

/**
 * Throws `conversation:moved` when more came in than the person has seen, or when a colleague has answered that
 * already or is writing now: nobody shall be answered twice.
 */
export async function refuseCollision(ctx: Ctx, { conversation, reply }: Place): Promise<void> {
  const own = ctx.actor.kind === 'person' ? ctx.actor.userId : null;
  const [newest] = await ctx.tx
    .select({ id: replies.id })
    .from(replies)
    .where(eq(replies.conversationId, conversation.id))
    .orderBy(desc(replies.receivedAt), desc(replies.id))
    .limit(1);
  if (newest && newest.id !== reply.id) throw moved('They wrote again since.', newest.id);
  const { penHolder, penUntil } = conversation;
  if (penHolder && penHolder !== own && penUntil && penUntil > ctx.now)
    throw moved('A colleague is writing an answer just now.', reply.id);
  const [other] = await ctx.tx
    .select({ id: answers.id })
    .from(answers)
    .where(
      and(
        eq(answers.replyId, reply.id),
        inArray(answers.approvalId, liveApprovals(ctx)),
        own ? ne(answers.writtenBy, own) : undefined,
      ),
    )
    .limit(1);
  if (other) throw moved('A colleague has answered this already.', reply.id);
}

const liveApprovals = ({ tx }: Ctx) =>
  tx
    .select({ id: approvals.id })
    .from(approvals)
    .where(inArray(approvals.status, ['requested', 'approved']));

const moved = (message: string, replyId: string) =>
  new AppError('conversation:moved', message, {
    nextStep: 'Read the conversation again, then answer.',
    where: { replyId },
  });

/** The answer waits no more; whoever wrote it lays the pen down. */
export const settleWaiting = (ctx: Ctx, conversationId: string): Promise<unknown> =>
  ctx.tx
    .update(conversations)
    .set({ waitingSince: null, penHolder: null, penUntil: null })
    .where(eq(conversations.id, conversationId));
