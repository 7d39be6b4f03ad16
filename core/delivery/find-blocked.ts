import { sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';

/** Channels with messages due that none of the `ready` ones carries. */
export async function findBlocked(ctx: Ctx, ready: readonly string[]): Promise<string[]> {
  const { rows } = await ctx.tx.execute<{ channel: string }>(sql`
    select distinct m.channel from messages m join campaigns c on c.id = m.campaign_id
    where m.status = 'queued' and m.planned_at <= ${ctx.now} and c.status in ('scheduled', 'sending')
      and m.channel <> all(${sql.param(ready)}::text[])
    order by 1`);
  return rows.map(({ channel }) => channel);
}
