import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';

export const stopRow = z.object({
  /** As a contact of ours has it; null where nobody has it any more: of it only a keyed hash is kept. */
  address: z.string().nullable(),
  customer: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  scope: z.enum(['all', 'marketing', 'held']),
  reason: z.string(),
  source: z.string(),
  at: z.iso.datetime(),
});
export const stopList = z.object({ total: z.int().nonnegative(), stops: z.array(stopRow) });

type Read = {
  address: string | null;
  customerId: string | null;
  customer: string | null;
  total: number;
} & Pick<z.infer<typeof stopRow>, 'scope' | 'reason' | 'source' | 'at'>;

/** Who is not to be written to, the newest first, and how many there are in all. */
export async function listStops(ctx: Ctx, { limit }: { limit: number }): Promise<z.infer<typeof stopList>> {
  demand(ctx.actor, 'read');
  const { rows } = await ctx.tx.execute<Read>(sql`
    select whose.address, whose.id as "customerId", whose.name as customer, s.scope, s.reason, s.source,
      to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, s.total
    from (
      select address_hash, scope, reason, source, at, id, (count(*) over ())::int as total
      from suppressions where lifted_at is null order by at desc, id limit ${limit}
    ) s left join lateral (
      select a.address, c.id, c.name from addresses a
      join contacts p on p.id = a.contact_id join customers c on c.id = p.customer_id
      where a.hash = s.address_hash order by a.id limit 1) whose on true
    order by s.at desc, s.id`);
  return {
    total: rows[0]?.total ?? 0,
    stops: rows.map(({ customerId, customer, total: _, ...row }) => ({
      ...row,
      customer: customerId && customer !== null ? { id: customerId, name: customer } : null,
    })),
  };
}
