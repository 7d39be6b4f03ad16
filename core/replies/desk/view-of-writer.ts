import { eq } from 'drizzle-orm';
import { contacts } from '../../../db/schema/index.ts';
import { loadFacts } from '../../content/facts.ts';
import { makeView, type View } from '../../content/view.ts';
import type { Ctx } from '../../context.ts';

/** What may be said to a contact of their own customer, in that language; null where they are not there any more. */
export async function viewOfWriter(
  ctx: Ctx,
  { contactId, language }: { contactId: string; language: string },
): Promise<View | null> {
  const [contact] = await ctx.tx.select().from(contacts).where(eq(contacts.id, contactId));
  const facts = contact && (await loadFacts(ctx, [contact.customerId])).get(contact.customerId);
  if (!contact || !facts) return null;
  const recipient = { contactName: contact.name, role: contact.role } as Parameters<
    typeof makeView
  >[1]['recipient'];
  return makeView(ctx, {
    ...{ facts, recipient, language, isTeam: false, tone: 'formal', topic: null, offer: null },
  });
}
