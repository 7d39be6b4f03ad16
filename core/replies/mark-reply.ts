import { eq } from 'drizzle-orm';
import { replies } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { isId } from '../../lib/ids.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';

/** A person's "done with it", or its undoing. Throws `reply:unknown`. */
export async function markReply(
  ctx: Ctx,
  { replyId, status }: { replyId: string; status: 'open' | 'done' },
): Promise<void> {
  demand(ctx.actor, 'reply');
  const [row] = isId(replyId)
    ? await ctx.tx
        .update(replies)
        .set({ status })
        .where(eq(replies.id, replyId))
        .returning({ id: replies.id })
    : [];
  if (!row) throw new AppError('reply:unknown', 'There is no such reply.');
  await recordAudit(ctx, { action: 'reply.marked', subject: replyId, data: { status } });
}
