import { eq } from 'drizzle-orm';
import { type ReplyEffect, replies } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { isId } from '../../lib/ids.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demandSignedIn } from '../tenants/demand-signed-in.ts';
import { demand } from '../tenants/roles.ts';
import { applyOptIn } from './apply-wish.ts';
import { wishOf } from './wish-of.ts';

/**
 * A signed-in person says that a wish for messages again really came from who it says: it lifts what that person
 * stopped themself. Throws `reply:unknown`, `reply:state` for a reply that asks for no such thing, `auth:forbidden`.
 */
export async function confirmOptIn(ctx: Ctx, { replyId }: { replyId: string }): Promise<ReplyEffect[]> {
  demand(ctx.actor, 'reply');
  if (ctx.actor.kind !== 'person') throw new AppError('auth:forbidden', 'Only a person can confirm this.');
  demandSignedIn(ctx.actor);
  const [row] = isId(replyId)
    ? await ctx.tx.select().from(replies).where(eq(replies.id, replyId)).for('update')
    : [];
  if (!row) throw new AppError('reply:unknown', 'There is no such reply.');
  const asked = (row.triage as { intent?: string } | null)?.intent === 'opt_in';
  const { wish } = wishOf(row, null);
  if (wish?.kind !== 'opt_in' && !asked)
    throw new AppError('reply:state', 'This reply does not ask for messages again.');
  const because = wish?.because ?? row.body.slice(0, 200);
  const effects = await applyOptIn(ctx, { because }, { addressHash: row.addressHash, contactId: null });
  await ctx.tx
    .update(replies)
    .set({ effects: [...row.effects, ...effects] })
    .where(eq(replies.id, replyId));
  await recordAudit(ctx, { action: 'reply.opt_in_confirmed', subject: replyId, data: { effects } });
  return effects;
}
