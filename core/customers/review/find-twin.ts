import { sql } from 'drizzle-orm';
import type { Ctx } from '../../context.ts';

export type Twin = { customerId: string; id: string; name: string };

/** By customer, the other one that is probably the same: the one in audiences first, then the one that was there first. */
export async function findTwins(ctx: Ctx, customerIds: readonly string[]): Promise<Map<string, Twin>> {
  if (customerIds.length === 0) return new Map();
  const { rows } = await ctx.tx.execute<Twin>(sql`
    select c.id as "customerId", t.id, t.name
    from customers c cross join lateral (
      select t.id, t.name from customers t
      where t.tenant_id = c.tenant_id and t.loose_name = c.loose_name and t.id <> c.id and t.status in ('active', 'review')
      order by t.status, t.created_at, t.id limit 1) t
    where c.id = any(${sql.param([...customerIds])}::uuid[])`);
  return new Map(rows.map((row) => [row.customerId, row]));
}
