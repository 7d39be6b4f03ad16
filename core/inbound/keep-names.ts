import { and, inArray, isNull } from 'drizzle-orm';
import { addresses, suppressions } from '../../db/schema/index.ts';
import { recordAudits } from '../audit/record.ts';
import { addressHash } from '../consent/address-hash.ts';
import { suppress } from '../consent/suppress.ts';
import type { Ctx } from '../context.ts';
import type { ChannelNormaliser } from '../replies/reply-input.ts';
import type { InboundEvent } from './receive-events.ts';

type Name = { channel: string; address: string; hash: string };
/** Whoever is known by the first goes by the second too. */
type Pair = { known: Name; other: Name };

/**
 * Keeps what providers say are two names of one person: beside the one that a contact is known by stands the other, for
 * finding them, not for writing to. What was stopped under either before that was known is stopped under both.
 */
export async function keepNames(
  ctx: Ctx,
  { events, normalise }: { events: readonly InboundEvent[]; normalise: ChannelNormaliser },
): Promise<void> {
  const pairs = events.flatMap((told) => pairsOf(ctx, told, normalise));
  if (pairs.length === 0) return;
  const hashes = [...new Set(pairs.map(({ known }) => known.hash))];
  const rows = await ctx.tx.select().from(addresses).where(inArray(addresses.hash, hashes));
  const there = new Set(rows.map((row) => `${row.contactId} ${row.channel} ${row.hash}`));
  const missing = pairs.flatMap(({ known, other }) =>
    rows
      .filter(({ channel, hash }) => channel === known.channel && hash === known.hash)
      .filter(({ contactId, channel }) => !there.has(`${contactId} ${channel} ${other.hash}`))
      .map(({ contactId }) => ({ ...other, contactId, normalised: other.address, usable: false })),
  );
  if (missing.length === 0) return;
  const kept = await ctx.tx
    .insert(addresses)
    .values(missing.map((row) => ({ ...row, tenantId: ctx.tenant.id })))
    .onConflictDoNothing()
    .returning({ contactId: addresses.contactId, hash: addresses.hash, channel: addresses.channel });
  await recordAudits(
    ctx,
    kept.map(({ contactId, channel }) => ({
      ...{ action: 'address.linked', subject: contactId, data: { channel } },
    })),
  );
  const fresh = new Set(kept.map(({ hash }) => hash));
  await shareStops(
    ctx,
    pairs.filter(({ known, other }) => fresh.has(known.hash) || fresh.has(other.hash)),
  );
}

function pairsOf(ctx: Ctx, { channel, event }: InboundEvent, normalise: ChannelNormaliser): Pair[] {
  const [one, other] = (event.samePerson ?? []).map((name) => {
    const address = normalise(channel, name);
    return address ? { channel, address, hash: addressHash(ctx.keys, address) } : null;
  });
  if (!one || !other || one.hash === other.hash) return [];
  return [
    { known: one, other },
    { known: other, other: one },
  ];
}

async function shareStops(ctx: Ctx, pairs: readonly Pair[]): Promise<void> {
  if (pairs.length === 0) return;
  const hashes = [...new Set(pairs.map(({ known }) => known.hash))];
  const standing = await ctx.tx
    .select()
    .from(suppressions)
    .where(and(inArray(suppressions.addressHash, hashes), isNull(suppressions.liftedAt)));
  for (const { addressHash: hash, scope, reason, source } of standing)
    for (const { known, other } of pairs)
      if (known.hash === hash) await suppress(ctx, { addressHash: other.hash, scope, reason, source });
}
