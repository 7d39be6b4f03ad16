import { eq, inArray, sql } from 'drizzle-orm';
import { contacts, customers } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';

/** What contacts probably write: what was said of them, else what is said or inferred of the customer; null for neither. */
export async function readContactLanguages(
  ctx: Ctx,
  contactIds: readonly string[],
): Promise<(contactId: string | null) => string | null> {
  const rows = contactIds.length
    ? await ctx.tx
        .select({
          id: contacts.id,
          language: sql<string | null>`coalesce(${contacts.language}, ${customers.locale})`,
        })
        .from(contacts)
        .innerJoin(customers, eq(customers.id, contacts.customerId))
        .where(inArray(contacts.id, [...new Set(contactIds)]))
    : [];
  const languages = new Map(rows.map(({ id, language }) => [id, language]));
  return (contactId) => (contactId && languages.get(contactId)) || null;
}
