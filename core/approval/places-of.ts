import { sql } from 'drizzle-orm';
import type { Recipient } from '../audience/recipient.ts';
import type { Ctx } from '../context.ts';
import type { Place } from '../delivery/sending-hours.ts';

/** Where each of these recipients is, as far as it is known, in their order. */
export async function placesOf(
  ctx: Ctx,
  recipients: readonly Pick<Recipient, 'customerId' | 'timeZone'>[],
): Promise<Place[]> {
  const customerIds = [...new Set(recipients.map(({ customerId }) => customerId))];
  const { rows } = await ctx.tx.execute<{ id: string; country: string | null }>(
    sql`select id, country from customers where id = any(${sql.param(customerIds)}::uuid[])`,
  );
  const countries = new Map(rows.map(({ id, country }) => [id, country]));
  return recipients.map(({ customerId, timeZone }) => ({
    timeZone,
    country: countries.get(customerId) ?? null,
  }));
}
