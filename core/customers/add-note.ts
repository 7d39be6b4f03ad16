import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { customerNotes, customers } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { newId } from '../../lib/ids.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';

export const noteInput = z.strictObject({
  text: z
    .string()
    .trim()
    .min(1)
    .max(4000)
    .refine((text) => !text.includes('\0'), 'holds a NUL character'),
});

/** Adds a remark, dated and signed; it stands in the customer's timeline. Throws `customer:unknown`. */
export async function addNote(
  ctx: Ctx,
  { customerId, text }: { customerId: string; text: string },
): Promise<void> {
  demand(ctx.actor, 'draft');
  const [row] = await ctx.tx.select({ id: customers.id }).from(customers).where(eq(customers.id, customerId));
  if (!row) throw new AppError('customer:unknown', 'There is no such customer.');
  const id = newId();
  await ctx.tx
    .insert(customerNotes)
    .values({ id, tenantId: ctx.tenant.id, customerId, body: text, actor: ctx.actor, at: ctx.now });
  await recordAudit(ctx, { action: 'customer.note', subject: customerId, data: { noteId: id } });
}
