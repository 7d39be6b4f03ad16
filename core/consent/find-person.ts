import { eq, inArray } from 'drizzle-orm';
import { addresses, messages, replies } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { addressHash } from './address-hash.ts';

/** Who is meant by an address: every contact that has it or was written to or wrote by it, and all their addresses. */
export type Person = { contactIds: string[]; hashes: string[] };

/** `address` as its channel normalises it. Where an address is shared, all behind it are meant: nobody can tell them apart. */
export async function findPerson(ctx: Ctx, address: string): Promise<Person> {
  const hash = addressHash(ctx.keys, address);
  const [now, written, wrote] = [
    await ctx.tx.select({ id: addresses.contactId }).from(addresses).where(eq(addresses.hash, hash)),
    await ctx.tx
      .selectDistinct({ id: messages.contactId })
      .from(messages)
      .where(eq(messages.addressHash, hash)),
    await ctx.tx.selectDistinct({ id: replies.contactId }).from(replies).where(eq(replies.addressHash, hash)),
  ];
  const contactIds = [...new Set([...now, ...written, ...wrote].flatMap(({ id }) => id ?? []))];
  const theirs = await ctx.tx
    .select({ hash: addresses.hash })
    .from(addresses)
    .where(inArray(addresses.contactId, contactIds));
  return { contactIds, hashes: [...new Set([hash, ...theirs.map((row) => row.hash)])] };
}
