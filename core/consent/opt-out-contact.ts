import { inArray } from 'drizzle-orm';
import { addresses } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudits } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { haltQueued } from './halt-messages.ts';
import { type ConsentEntry, recordConsent } from './record-consent.ts';
import { type NewSuppression, type SuppressionScope, suppressAll } from './suppress.ts';

export type OptOut = {
  /** One of the two: a known contact, or only the address that spoke. */
  contactId?: string;
  addressHash?: string;
  /** A bare "stop" is `all`; explicit words narrow it to `marketing`; what may be none is `held` until a person decides. */
  scope: SuppressionScope;
  source: string;
  /** The words that said so, for the ledger. */
  evidence?: string;
};

export type OptedOut = { contactIds: string[]; addresses: number; halted: number };

/** As `optOutContacts`, of one. */
export async function optOutContact(ctx: Ctx, input: OptOut): Promise<OptedOut> {
  const [done] = await optOutContacts(ctx, [input]);
  return done!;
}

/**
 * Stops each person: every address of theirs on every channel is suppressed, marketing consent is withdrawn in the ledger
 * (service rests on the contract: with the suppression lifted it may go again), and what is queued for them is dropped, all in this transaction. An address nobody is known by is suppressed alone.
 * A hold withdraws nothing. Where an address is shared, everybody behind it is stopped: the one who spoke is among them.
 */
export async function optOutContacts(ctx: Ctx, inputs: readonly OptOut[]): Promise<OptedOut[]> {
  if (inputs.some(({ contactId, addressHash }) => !contactId && !addressHash))
    throw new AppError('input:invalid', 'An opt-out names a contact or an address.');
  if (inputs.length === 0) return [];
  const found = await addressesOf(ctx, inputs);
  const stops = inputs.map((input, at): Stop => {
    const theirs = found[at]!;
    const hashes = new Set(theirs.map(({ hash }) => hash));
    if (input.addressHash) hashes.add(input.addressHash);
    return { ...input, theirs, hashes, contactIds: new Set(theirs.map((row) => row.contactId)), halted: 0 };
  });
  await suppressAll(ctx, suppressionsOf(stops));
  for (const scope of new Set(stops.map((stop) => stop.scope))) await halt(ctx, stops, scope);
  await recordConsent(ctx, stops.filter(({ scope }) => scope !== 'held').flatMap(withdrawals));
  const done = stops.map(({ contactIds, hashes, halted }) => ({
    ...{ contactIds: [...contactIds], addresses: hashes.size, halted },
  }));
  await recordAudits(
    ctx,
    stops.map(({ scope, source }, at) => ({
      action: scope === 'held' ? 'contact.held' : 'contact.opted_out',
      ...(done[at]!.contactIds[0] ? { subject: done[at]!.contactIds[0] } : {}),
      data: { ...done[at], scope, source },
    })),
  );
  return done;
}

type Address = typeof addresses.$inferSelect;
type Stop = OptOut & {
  theirs: Address[];
  hashes: Set<string>;
  contactIds: Set<string>;
  halted: number;
};

/** Each address once for each scope. */
function suppressionsOf(stops: readonly Stop[]): NewSuppression[] {
  const all = new Map<string, NewSuppression>();
  for (const { hashes, scope, source } of stops)
    for (const addressHash of hashes) {
      const key = `${scope} ${addressHash}`;
      if (!all.has(key))
        all.set(key, { addressHash, scope, reason: scope === 'held' ? 'held' : 'opted_out', source });
    }
  return [...all.values()];
}

/** What is dropped counts for the first who asked for it. */
async function halt(ctx: Ctx, stops: readonly Stop[], scope: SuppressionScope): Promise<void> {
  const asked = stops.filter((stop) => stop.scope === scope);
  const dropped = await haltQueued(ctx, {
    contactIds: [...new Set(asked.flatMap(({ contactIds }) => [...contactIds]))],
    addressHashes: [...new Set(asked.flatMap(({ hashes }) => [...hashes]))],
    scope,
  });
  for (const { contactId, addressHash } of dropped) {
    const first = asked.find(
      ({ contactIds, hashes }) => contactIds.has(contactId) || hashes.has(addressHash),
    );
    if (first) first.halted += 1;
  }
}

const withdrawals = ({ theirs, source, evidence }: Stop): ConsentEntry[] =>
  theirs.map(({ contactId, channel, hash }) => ({
    ...{ contactId, channel, addressHash: hash, source, evidence: evidence ?? null },
    ...{ purpose: 'marketing', state: 'withdrawn', basis: 'consent' },
  }));

/** All addresses of everybody whom each of them may mean. */
export async function addressesOf(
  ctx: Ctx,
  inputs: readonly Pick<OptOut, 'contactId' | 'addressHash'>[],
): Promise<Address[][]> {
  const hashes = inputs.flatMap(({ addressHash }) => addressHash ?? []);
  const behind = hashes.length
    ? await ctx.tx
        .select({ hash: addresses.hash, contactId: addresses.contactId })
        .from(addresses)
        .where(inArray(addresses.hash, hashes))
    : [];
  const whose = inputs.map(
    ({ contactId, addressHash }) =>
      new Set([
        ...(contactId ? [contactId] : []),
        ...behind.filter(({ hash }) => hash === addressHash).map((row) => row.contactId),
      ]),
  );
  const contactIds = [...new Set(whose.flatMap((ids) => [...ids]))];
  const all = contactIds.length
    ? await ctx.tx.select().from(addresses).where(inArray(addresses.contactId, contactIds))
    : [];
  return whose.map((ids) => all.filter(({ contactId }) => ids.has(contactId)));
}
