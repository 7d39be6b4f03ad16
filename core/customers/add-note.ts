import { z } from 'zod';
import { customerNotes } from '../../db/schema/index.ts';
import { newId } from '../../lib/ids.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { demandCustomer } from './demand-customer.ts';

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
  await demandCustomer(ctx, customerId);
  const id = newId();
  await ctx.tx
    .insert(customerNotes)
    .values({ id, tenantId: ctx.tenant.id, customerId, body: text, actor: ctx.actor, at: ctx.now });
  await recordAudit(ctx, { action: 'customer.note', subject: customerId, data: { noteId: id } });
}
