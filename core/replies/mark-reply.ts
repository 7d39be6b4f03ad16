import { and, eq, type SQL } from 'drizzle-orm';
import { replies } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { isId } from '../../lib/ids.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';

/** A person's "done with it", or its undoing. Throws `reply:unknown`, `reply:state` while a doubt about it is open. */
export async function markReply(
  ctx: Ctx,
  { replyId, status }: { replyId: string; status: 'open' | 'done' },
): Promise<void> {
  demand(ctx.actor, 'reply');
  if (status === 'done' && isId(replyId)) await demandDecided(ctx, eq(replies.id, replyId));
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

/** A question that nobody has answered is not put away: the hold behind it would never end. Throws `reply:state`. */
export async function demandDecided(ctx: Ctx, those: SQL): Promise<void> {
  const [open] = await ctx.tx
    .select({ id: replies.id })
    .from(replies)
    .where(and(those, eq(replies.doubt, 'open')))
    .limit(1);
  if (open)
    throw new AppError('reply:state', 'They may have asked to get no more messages.', {
      nextStep: 'Say first whether they did: the question stands beside what they wrote.',
      where: { replyId: open.id },
    });
}
