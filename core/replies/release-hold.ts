import { and, eq, inArray, isNull, ne, or } from 'drizzle-orm';
import { replies, suppressions } from '../../db/schema/index.ts';
import { addressesOf } from '../consent/opt-out-contact.ts';
import type { Ctx } from '../context.ts';
import { heldBy } from './apply-wish.ts';
import type { ReplyRow } from './read-triage-inputs.ts';

export const speakerOf = ({ addressHash, contactId, match }: ReplyRow) => ({
  addressHash,
  contactId: match.contact === 'message' ? contactId : null,
});

/** Lifts what this reply holds; how many addresses. What another open doubt holds as well stays held. */
export async function releaseHold(ctx: Ctx, row: ReplyRow): Promise<number> {
  const { hashes, contactIds } = await peopleBehind(ctx, [row]);
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
  const kept = (await peopleBehind(ctx, others)).hashes;
  const lifted = held.filter(({ hash }) => !kept.has(hash)).map(({ id }) => id);
  await ctx.tx.update(suppressions).set({ liftedAt: ctx.now }).where(inArray(suppressions.id, lifted));
  return lifted.length;
}

/** Whom a stop of theirs would stop: by the address, and the contact whose message was answered. */
export async function peopleBehind(ctx: Ctx, rows: readonly ReplyRow[]) {
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
