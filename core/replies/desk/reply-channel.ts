import { eq } from 'drizzle-orm';
import { replies } from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import { isId } from '../../../lib/ids.ts';
import type { Ctx } from '../../context.ts';

/** The channel by which a reply came and is answered, and its conversation. Throws `reply:unknown`. */
export async function replyPlace(
  ctx: Ctx,
  replyId: string,
): Promise<{ channel: string; conversationId: string | null }> {
  const [row] = isId(replyId)
    ? await ctx.tx
        .select({ channel: replies.channel, conversationId: replies.conversationId })
        .from(replies)
        .where(eq(replies.id, replyId))
    : [];
  if (!row) throw new AppError('reply:unknown', 'There is no such reply.');
  return row;
}

/** The channel by which a reply came, and is answered. Throws `reply:unknown`. */
export const replyChannel = async (ctx: Ctx, replyId: string): Promise<string> =>
  (await replyPlace(ctx, replyId)).channel;
