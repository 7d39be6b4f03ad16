import { desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { contacts, valueHistory } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { type Actor, demand } from '../tenants/roles.ts';
import { demandCustomer } from './demand-customer.ts';

export const valueChange = z.object({
  at: z.iso.datetime(),
  /** A field's key; of a contact: name, role, title, language, preferredChannel, left, or a channel for its address. */
  field: z.string(),
  contact: z.object({ id: z.uuid(), name: z.string().nullable() }).nullable(),
  before: z.unknown(),
  after: z.unknown(),
  by: z.string(),
  why: z.string(),
  changeId: z.uuid().nullable(),
});

/** Every value of a customer that a person changed, the newest first: before, after, who and why. Throws `customer:unknown`. */
export async function readHistory(ctx: Ctx, customerId: string): Promise<z.infer<typeof valueChange>[]> {
  demand(ctx.actor, 'read');
  await demandCustomer(ctx, customerId);
  const rows = await ctx.tx
    .select({ row: valueHistory, contact: contacts.name })
    .from(valueHistory)
    .leftJoin(contacts, eq(contacts.id, valueHistory.contactId))
    .where(eq(valueHistory.customerId, customerId))
    .orderBy(desc(valueHistory.at), desc(valueHistory.id));
  return rows.map(({ row, contact }) => ({
    at: row.at.toISOString(),
    field: row.field,
    contact: row.contactId ? { id: row.contactId, name: contact } : null,
    before: row.before,
    after: row.after,
    by: (row.actor as Actor).name,
    why: row.why,
    changeId: row.changeId,
  }));
}
