import { eq, inArray } from 'drizzle-orm';
import { addresses } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { haltMessages } from './halt-messages.ts';
import { recordConsent } from './record-consent.ts';
import { type SuppressionScope, suppressAll } from './suppress.ts';

export type OptOut = {
  /** One of the two: a known contact, or only the address that spoke. */
  contactId?: string;
  addressHash?: string;
  /** A bare "stop" is `all`; explicit words narrow it to `marketing`. */
  scope: SuppressionScope;
  source: string;
  /** The words that said so, for the ledger. */
  evidence?: string;
};

export type OptedOut = { contactIds: string[]; addresses: number; halted: number };

/**
 * Stops a person: every address of theirs on every channel is suppressed, marketing consent is withdrawn in the ledger
 * (service rests on the contract: with the suppression lifted it may go again), and what is queued for them is dropped, all in this transaction. An address nobody is known by is suppressed alone.
 * Where an address is shared, everybody behind it is stopped: the one who spoke is among them.
 */
export async function optOutContact(ctx: Ctx, input: OptOut): Promise<OptedOut> {
  if (!input.contactId && !input.addressHash) {
    throw new AppError('input:invalid', 'An opt-out names a contact or an address.');
  }
  const theirs = await addressesOf(ctx, input);
  const contactIds = [...new Set(theirs.map((row) => row.contactId))];
  const hashes = new Set(theirs.map((row) => row.hash));
  if (input.addressHash) hashes.add(input.addressHash);
  const { scope, source, evidence } = input;
  await suppressAll(
    ctx,
    [...hashes].map((addressHash) => ({ addressHash, scope, reason: 'opted_out', source })),
  );
  const halted = await haltMessages(ctx, { contactIds, addressHashes: [...hashes], scope });
  await recordConsent(
    ctx,
    theirs.map(({ contactId, channel, hash }) => ({
      contactId,
      channel,
      addressHash: hash,
      purpose: 'marketing' as const,
      state: 'withdrawn' as const,
      basis: 'consent',
      source,
      evidence: evidence ?? null,
    })),
  );
  const done = { contactIds, addresses: hashes.size, halted };
  await recordAudit(ctx, {
    action: 'contact.opted_out',
    ...(contactIds[0] ? { subject: contactIds[0] } : {}),
    data: { ...done, scope, source },
  });
  return done;
}

async function addressesOf(ctx: Ctx, { contactId, addressHash }: OptOut) {
  const contactIds = contactId ? [contactId] : [];
  if (addressHash) {
    const behind = await ctx.tx.select().from(addresses).where(eq(addresses.hash, addressHash));
    contactIds.push(...behind.map((row) => row.contactId));
  }
  return ctx.tx.select().from(addresses).where(inArray(addresses.contactId, contactIds));
}
