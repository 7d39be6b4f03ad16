import { and, eq, inArray, isNull } from 'drizzle-orm';
import { addresses, consents, type ReplyEffect, suppressions } from '../../db/schema/index.ts';
import { type OptedOut, optOutContacts } from '../consent/opt-out-contact.ts';
import { recordConsent } from '../consent/record-consent.ts';
import { liftSuppression, type SuppressionScope } from '../consent/suppress.ts';
import type { Ctx } from '../context.ts';
import type { Wish as SaidWish } from './find-opt-out.ts';

/** Where suppressions come from that their own person may lift. */
export const SOURCE = 'reply';

/** What is done about a wish; `held`, where it may be none. */
export type WishDone = Pick<SaidWish, 'because'> & { scope: SuppressionScope; source?: string };

/** What a hold says of where it comes from. */
export const heldBy = ({ id }: { id: string }): string => `reply ${id}`;

export type Speaker = {
  /** Null when it is a machine that wrote, whose address is not the person's. */
  addressHash: string | null;
  /** Whom the answered message went to, when it is known. */
  contactId: string | null;
};

/** As `applyOptOuts`, of one. */
export async function applyOptOut(ctx: Ctx, wish: WishDone, speaker: Speaker): Promise<ReplyEffect[]> {
  const [effects] = await applyOptOuts(ctx, [{ wish, speaker }]);
  return effects!;
}

/**
 * Stops everybody who can have spoken: all behind the address, and the contact whose message was answered. What cannot
 * be told apart is stopped, because writing to somebody who said stop is the worse mistake.
 */
export async function applyOptOuts(
  ctx: Ctx,
  said: readonly { wish: WishDone; speaker: Speaker }[],
): Promise<ReplyEffect[][]> {
  const meant = said.filter(({ speaker }) => speaker.addressHash || speaker.contactId);
  const done = await optOutContacts(
    ctx,
    meant.map(({ wish: { scope, because, source = SOURCE }, speaker: { addressHash, contactId } }) => ({
      ...(addressHash ? { addressHash } : {}),
      ...(contactId ? { contactId } : {}),
      ...{ scope, source, evidence: because },
    })),
  );
  const effects = new Map(meant.map((one, at) => [one, effectOf(one.wish, done[at]!)]));
  return said.map((one) => effects.get(one) ?? []);
}

const effectOf = (
  { scope, because }: WishDone,
  { contactIds, addresses: count, halted }: OptedOut,
): ReplyEffect[] => [
  {
    kind: scope === 'held' ? 'held' : 'opt_out',
    scope,
    because,
    contacts: contactIds.length,
    addresses: count,
    halted,
  },
];

/**
 * Lifts what the person themself stopped, never what somebody else did, and writes their consent into the ledger:
 * service again, marketing only where it was granted before.
 */
export async function applyOptIn(
  ctx: Ctx,
  wish: Pick<SaidWish, 'because'>,
  { addressHash }: Speaker,
): Promise<ReplyEffect[]> {
  if (!addressHash) return [];
  const theirs = await addressesBehind(ctx, addressHash);
  const hashes = [...new Set([addressHash, ...theirs.map(({ hash }) => hash)])];
  const own = await ctx.tx
    .select()
    .from(suppressions)
    .where(
      and(
        inArray(suppressions.addressHash, hashes),
        eq(suppressions.reason, 'opted_out'),
        eq(suppressions.source, SOURCE),
        isNull(suppressions.liftedAt),
      ),
    );
  for (const { addressHash: hash, scope } of own)
    await liftSuppression(ctx, { addressHash: hash, scope, source: SOURCE });
  if (own.length === 0) return [];
  const lifted = new Set(own.map((row) => row.addressHash));
  await grantAgain(
    ctx,
    theirs.filter(({ hash }) => lifted.has(hash)),
    wish,
  );
  const contacts = new Set(theirs.map(({ contactId }) => contactId)).size;
  return [
    { kind: 'opt_in', scope: 'all', because: wish.because, contacts, addresses: lifted.size, halted: 0 },
  ];
}

type Address = typeof addresses.$inferSelect;

async function addressesBehind(ctx: Ctx, addressHash: string): Promise<Address[]> {
  const behind = await ctx.tx.select().from(addresses).where(eq(addresses.hash, addressHash));
  const contactIds = behind.map(({ contactId }) => contactId);
  if (contactIds.length === 0) return [];
  return ctx.tx.select().from(addresses).where(inArray(addresses.contactId, contactIds));
}

async function grantAgain(
  ctx: Ctx,
  theirs: readonly Address[],
  { because }: Pick<SaidWish, 'because'>,
): Promise<void> {
  const granted = theirs.length
    ? await ctx.tx
        .select({ hash: consents.addressHash, channel: consents.channel })
        .from(consents)
        .where(
          and(
            inArray(
              consents.addressHash,
              theirs.map(({ hash }) => hash),
            ),
            eq(consents.purpose, 'marketing'),
            eq(consents.state, 'granted'),
          ),
        )
    : [];
  const had = (address: Address) =>
    granted.some(({ hash, channel }) => hash === address.hash && channel === address.channel);
  const entry = { state: 'granted', basis: 'consent', source: SOURCE, evidence: because } as const;
  await recordConsent(
    ctx,
    theirs.flatMap((address) =>
      (had(address) ? (['service', 'marketing'] as const) : (['service'] as const)).map((purpose) => ({
        ...entry,
        contactId: address.contactId,
        channel: address.channel,
        addressHash: address.hash,
        purpose,
      })),
    ),
  );
}
