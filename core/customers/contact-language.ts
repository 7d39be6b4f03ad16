import { eq, sql } from 'drizzle-orm';
import { contacts, customers } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';

/** What a contact probably writes: what was said of them, else what is said or inferred of the customer; null for neither. */
export async function readContactLanguage(ctx: Ctx, contactId: string | null): Promise<string | null> {
  if (!contactId) return null;
  const [row] = await ctx.tx
    .select({ language: sql<string | null>`coalesce(${contacts.language}, ${customers.locale})` })
    .from(contacts)
    .innerJoin(customers, eq(customers.id, contacts.customerId))
    .where(eq(contacts.id, contactId));
  return row?.language ?? null;
}
