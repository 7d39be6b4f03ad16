import { and, eq, inArray, isNull, ne, or } from 'drizzle-orm';
import { type ReplyEffect, replies, suppressions } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { isId } from '../../lib/ids.ts';
import { recordAudit } from '../audit/record.ts';
import { addressesOf } from '../consent/opt-out-contact.ts';
import type { Ctx } from '../context.ts';
import { triageSchema } from '../ports.ts';
import { demandSignedIn } from '../tenants/demand-signed-in.ts';
import { demand } from '../tenants/roles.ts';
import { applyOptOut } from './apply-wish.ts';
import type { ReplyRow } from './read-triage-inputs.ts';
import { asOptOut, heldBy, speakerOf } from './write-triages.ts';

/**
 * A signed-in person says whether a doubtful reply asks for no more messages. Yes: it is stopped like any other. No: the
 * hold that this reply made ends, but for what another open doubt holds; a stop that stands beside it stands on.
 * Throws `reply:unknown`, `reply:state` where nothing is to be decided (any more), `auth:forbidden`.
 */
export async function decideDoubt(
  ctx: Ctx,
  { replyId, isStop }: { replyId: string; isStop: boolean },
): Promise<ReplyEffect[]> {
  demand(ctx.actor, 'reply');
  if (ctx.actor.kind !== 'person') throw new AppError('auth:forbidden', 'Only a person can decide this.');
  demandSignedIn(ctx.actor);
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
  if (!isStop)
    effects.push({ kind: 'released', scope: 'held', because: 'a person', contacts: 0, addresses, halted: 0 });
  const triage = triageSchema.parse(row.triage);
  await ctx.tx
    .update(replies)
    .set({
      effects: [...row.effects, ...effects],
      triage: isStop ? { ...asOptOut(triage), needsHuman: triage.needsHuman } : triage,
    })
    .where(eq(replies.id, replyId));
  await recordAudit(ctx, { action: 'reply.doubt_decided', subject: replyId, data: { isStop, addresses } });
  return effects;
}

async function findOpen(ctx: Ctx, replyId: string): Promise<ReplyRow> {
  const [row] = isId(replyId)
    ? await ctx.tx.select().from(replies).where(eq(replies.id, replyId)).for('update')
    : [];
  if (!row) throw new AppError('reply:unknown', 'There is no such reply.');
  if (row.doubt !== 'open')
    throw new AppError('reply:state', 'There is nothing to decide about this reply (any more).', {
      nextStep: 'Look at the conversation: it says what was decided.',
    });
  return row;
}

/** Lifts what this reply holds; how many addresses. What another open doubt holds as well stays held. */
async function releaseHold(ctx: Ctx, row: ReplyRow): Promise<number> {
  const { hashes, contactIds } = await behind(ctx, [row]);
  // Locked before the other doubts are looked for: one that is written meanwhile waits for this, or is seen.
  const held = await ctx.tx
    .select({ id: suppressions.id, hash: suppressions.addressHash })
    .from(suppressions)
    .where(
      and(
        eq(suppressions.scope, 'held'),
        isNull(suppressions.liftedAt),
        // By its source, too: an import may have taken an address away since.
        or(inArray(suppressions.addressHash, [...hashes]), eq(suppressions.source, heldBy(row))),
      ),
    )
    .orderBy(suppressions.addressHash)
    .for('update');
  if (held.length === 0) return 0;
  const others = await ctx.tx
    .select()
    .from(replies)
    .where(
      and(
        eq(replies.doubt, 'open'),
        ne(replies.id, row.id),
        or(inArray(replies.addressHash, [...hashes]), inArray(replies.contactId, [...contactIds])),
      ),
    );
  const kept = (await behind(ctx, others)).hashes;
  const lifted = held.filter(({ hash }) => !kept.has(hash)).map(({ id }) => id);
  await ctx.tx.update(suppressions).set({ liftedAt: ctx.now }).where(inArray(suppressions.id, lifted));
  return lifted.length;
}

async function behind(ctx: Ctx, rows: readonly ReplyRow[]) {
  const found = await addressesOf(
    ctx,
    rows.map((row) => {
      const { addressHash, contactId } = speakerOf(row);
      return { addressHash, ...(contactId ? { contactId } : {}) };
    }),
  );
  return {
    hashes: new Set([...rows.map(({ addressHash }) => addressHash), ...found.flat().map(({ hash }) => hash)]),
    contactIds: new Set([
      ...rows.flatMap(({ contactId }) => contactId ?? []),
      ...found.flat().map(({ contactId }) => contactId),
    ]),
  };
}
