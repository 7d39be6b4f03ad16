import { eq } from 'drizzle-orm';
import { type ReplyEffect, replies } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { isId } from '../../lib/ids.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { triageSchema } from '../ports.ts';
import { demandSignedIn } from '../tenants/demand-signed-in.ts';
import { demand } from '../tenants/roles.ts';
import { applyOptOut } from './apply-wish.ts';
import { listHeldBack } from './held-back.ts';
import type { ReplyRow } from './read-triage-inputs.ts';
import { releaseHold, speakerOf } from './release-hold.ts';
import { holdConversationsOf, settleStops } from './settle-stops.ts';
import { asOptOut, MAX_FAILURES } from './write-triages.ts';

/**
 * A signed-in person says whether a doubtful reply asks for no more messages. Yes: it is stopped like any other, and
 * waits for nobody. No: the hold that this reply made ends, but for what another open doubt holds; a stop that stands
 * beside it stands on.
 * Throws `reply:unknown`, `reply:state` where nothing is to be decided (any more), `auth:forbidden`.
 */
export async function decideDoubt(
  ctx: Ctx,
  { replyId, isStop }: { replyId: string; isStop: boolean },
): Promise<ReplyEffect[]> {
  demand(ctx.actor, 'reply');
  if (ctx.actor.kind !== 'person') throw new AppError('auth:forbidden', 'Only a person can decide this.');
  demandSignedIn(ctx.actor);
  if (isStop && isId(replyId)) await holdConversationsOf(ctx, [replyId]);
  const row = await findOpen(ctx, replyId);
  const speaker = speakerOf(row);
  const because = `a person read it so: ${row.body.slice(0, 200)}`;
  // First the stop: between the two nothing may go out.
  const effects = isStop ? await applyOptOut(ctx, { scope: 'all', because }, speaker) : [];
  await ctx.tx
    .update(replies)
    .set({ doubt: isStop ? 'stop' : 'none' })
    .where(eq(replies.id, replyId));
  const addresses = await releaseHold(ctx, row);
  if (!isStop) {
    const { length: halted } = await listHeldBack(ctx, row);
    effects.push({ kind: 'released', scope: 'held', because: 'a person', contacts: 0, addresses, halted });
  }
  // None where nothing could read it.
  const triage = row.triage === null ? null : triageSchema.parse(row.triage);
  await ctx.tx
    .update(replies)
    .set({
      effects: [...row.effects, ...effects],
      triage: triage && isStop ? { ...asOptOut(triage), ...READ_BY_A_PERSON } : triage,
    })
    .where(eq(replies.id, replyId));
  // Whoever says so has read it.
  if (isStop) await settleStops(ctx, [row]);
  await recordAudit(ctx, { action: 'reply.doubt_decided', subject: replyId, data: { isStop, addresses } });
  return effects;
}

// What made the reading unsure is over.
const READ_BY_A_PERSON = { needsHuman: false, confidence: 1, because: 'a person read it as a stop' };

async function findOpen(ctx: Ctx, replyId: string): Promise<ReplyRow> {
  const [row] = isId(replyId)
    ? await ctx.tx.select().from(replies).where(eq(replies.id, replyId)).for('update')
    : [];
  if (!row) throw new AppError('reply:unknown', 'There is no such reply.');
  if (row.doubt !== 'open')
    throw new AppError('reply:state', 'There is nothing to decide about this reply (any more).', {
      nextStep: 'Look at the conversation: it says what was decided.',
    });
  if (!row.triagedAt && row.triageFailures < MAX_FAILURES)
    throw new AppError('reply:state', 'This reply is just being read.', {
      nextStep: 'Decide in a moment; nothing goes out to them meanwhile.',
    });
  return row;
}
