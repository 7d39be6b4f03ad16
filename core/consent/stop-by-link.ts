import { and, eq, notInArray } from 'drizzle-orm';
import { addresses, messages } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { optOutContact } from './opt-out-contact.ts';
import type { SuppressionScope } from './suppress.ts';

const SOURCE = 'unsubscribe link';

/**
 * Stops whoever holds the link of a message: the contact it was for, and every address that we wrote to under that
 * contact, because an import may have changed or dropped the contact since. Answers how many addresses were stopped.
 */
export async function stopByLink(
  ctx: Ctx,
  { contactId, scope }: { contactId: string; scope: SuppressionScope },
): Promise<number> {
  const current = await ctx.tx.select().from(addresses).where(eq(addresses.contactId, contactId));
  const known = current.map(({ hash }) => hash);
  const earlier = await ctx.tx
    .selectDistinct({ hash: messages.addressHash })
    .from(messages)
    .where(
      and(
        eq(messages.contactId, contactId),
        known.length > 0 ? notInArray(messages.addressHash, known) : undefined,
      ),
    );
  let stopped = 0;
  if (known.length > 0) stopped += (await optOutContact(ctx, { contactId, scope, source: SOURCE })).addresses;
  for (const { hash } of earlier)
    stopped += (await optOutContact(ctx, { addressHash: hash, scope, source: SOURCE })).addresses;
  return stopped;
}
