import { eq } from 'drizzle-orm';
import { replies } from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import { isId } from '../../../lib/ids.ts';
import type { Ctx } from '../../context.ts';
import type { ReplyRow } from '../read-triage-inputs.ts';

/** What is asked of a reply that somebody wants to answer. */
export type Answered = Pick<ReplyRow, 'channel' | 'contactId' | 'headers'>;

/** The channel by which a reply came and is answered, who wrote it, and its conversation. Throws `reply:unknown`. */
export async function replyPlace(
  ctx: Ctx,
  replyId: string,
): Promise<Answered & Pick<ReplyRow, 'conversationId'>> {
  const { channel, contactId, headers, conversationId } = replies;
  const [row] = isId(replyId)
    ? await ctx.tx
        .select({ channel, contactId, headers, conversationId })
        .from(replies)
        .where(eq(replies.id, replyId))
    : [];
  if (!row) throw new AppError('reply:unknown', 'There is no such reply.');
  return row;
}

/** The channel by which a reply came, and is answered. Throws `reply:unknown`. */
export const replyChannel = async (ctx: Ctx, replyId: string): Promise<string> =>
  (await replyPlace(ctx, replyId)).channel;
