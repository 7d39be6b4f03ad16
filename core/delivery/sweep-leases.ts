import { sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';

/**
 * Whoever held these leases is gone, and nobody knows whether the messages went out: they are `unknown` from here on,
 * until the provider or a person says. Never back into the queue.
 */
export async function sweepLeases(ctx: Ctx): Promise<number> {
  const { rowCount } = await ctx.tx.execute(sql`
    with ended as (
      update messages set status = 'unknown', detail = 'interrupted while it was being sent',
        lease_owner = null, lease_until = null, updated_at = clock_timestamp()
      where status = 'claimed' and lease_until < clock_timestamp()
      returning id, attempts
    )
    update attempts t set outcome = 'unknown', detail = 'interrupted', ended_at = clock_timestamp()
    from ended e where t.message_id = e.id and t.number = e.attempts and t.outcome = 'open'`);
  return rowCount ?? 0;
}
