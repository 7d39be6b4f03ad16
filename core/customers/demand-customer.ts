import { eq } from 'drizzle-orm';
import { customers } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { isId } from '../../lib/ids.ts';
import type { Ctx } from '../context.ts';

/** Throws `customer:unknown` unless the tenant has the customer, whatever its status. */
export async function demandCustomer(ctx: Ctx, customerId: string): Promise<void> {
  const [row] = isId(customerId)
    ? await ctx.tx.select({ id: customers.id }).from(customers).where(eq(customers.id, customerId))
    : [];
  if (!row) throw new AppError('customer:unknown', 'There is no such customer.');
}
