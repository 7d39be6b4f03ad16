// By another channel than they wrote by: only where the claim would let it go, and the channel takes words of ours now.
import { and, asc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { addresses, channelAccounts, contacts, conversations } from '../../../db/schema/index.ts';
import type { Ctx } from '../../context.ts';
import { demandKnown, refuseWindow, windowEnd } from './check-answer.ts';
import { hasWithdrawn, standingStop } from './check-stops.ts';
import type { Conversation } from './find-conversation.ts';
import type { AnswerLimits } from './propose-answer.ts';
import { refusal } from './refusal.ts';

type Found = { address: typeof addresses.$inferSelect; channel: string; lastReceivedAt: Date | null };

/**
 * The contact's usable addresses on other channels that something sends by, one a channel, where no stop and no
 * withdrawn consent stands, with when they last wrote there.
 */
export async function addressesElsewhere(
  ctx: Ctx,
  { contactId, addressHash, channel }: Conversation,
): Promise<Found[]> {
  if (!contactId || (await standingStop(ctx, { contactId, addressHash }))) return [];
  const sendable = ctx.tx
    .select({ channel: channelAccounts.channel })
    .from(channelAccounts)
    .where(eq(channelAccounts.isEnabled, true));
  return (
    ctx.tx
      .selectDistinctOn([addresses.channel], {
        address: addresses,
        channel: addresses.channel,
        lastReceivedAt: conversations.lastReceivedAt,
      })
      .from(addresses)
      .innerJoin(contacts, and(eq(contacts.id, addresses.contactId), isNull(contacts.leftAt)))
      .leftJoin(
        conversations,
        and(eq(conversations.channel, addresses.channel), eq(conversations.addressHash, addresses.hash)),
      )
      .where(
        and(
          ...[eq(addresses.contactId, contactId), ne(addresses.channel, channel), eq(addresses.usable, true)],
          ...[inArray(addresses.channel, sendable), sql`not ${hasWithdrawn}`],
        ),
      )
      // Of several on a channel the one they last wrote from: its window is the one that may be open.
      .orderBy(
        asc(addresses.channel),
        sql`${conversations.lastReceivedAt} desc nulls last`,
        asc(addresses.id),
      )
  );
}

type Asked = { limits: AnswerLimits; lastReceivedAt: Date | null };

/** Whether it takes words of ours now: one with a window only so long after they last wrote there. */
export function takesWords(ctx: Ctx, { limits, lastReceivedAt }: Asked): boolean {
  if (limits.isPublic) return false;
  const closesAt = windowEnd({ lastReceivedAt, windowHours: limits.answerWindowHours ?? null });
  return closesAt === null || ctx.now < closesAt;
}

/**
 * Where words go that a person sends by another channel than the conversation's, and until when that takes them (null:
 * always). Throws `reply:state`: nobody is known, no such way, or its window is shut.
 */
export async function addressElsewhere(
  ctx: Ctx,
  { conversation, channel, limits }: { conversation: Conversation; channel: string; limits: AnswerLimits },
): Promise<{ address: typeof addresses.$inferSelect; closesAt: Date | null }> {
  demandKnown(conversation.contactId);
  const found = (await addressesElsewhere(ctx, conversation)).find((one) => one.channel === channel);
  if (!found || limits.isPublic)
    throw refusal(`They cannot be written to by ${channel}.`, 'Choose another channel.');
  const { address, lastReceivedAt } = found;
  const window = { channel, lastReceivedAt, windowHours: limits.answerWindowHours ?? null };
  refuseWindow(ctx, window);
  return { address, closesAt: windowEnd(window) };
}
