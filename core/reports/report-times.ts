import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Ctx } from '../context.ts';

const count = z.int().nonnegative();

export const timeLine = z.object({
  /** How much time a point stands for, on the workspace's clock. */
  each: z.enum(['hour', 'day']),
  /** Those in which something happened, in their order; `at` is the beginning, an instant. */
  points: z.array(
    z.object({ at: z.iso.datetime(), submitted: count, delivered: count, read: count, replied: count }),
  ),
});
export type TimeLine = z.infer<typeof timeLine>;

/** Beyond this a point is a day. */
const HOURLY = '3 days';

/** When messages of a campaign went out, arrived and were read, and when answers came. */
export async function reportTimes(ctx: Ctx, campaignId: string): Promise<TimeLine> {
  const zone = ctx.tenant.settings.timeZone;
  const { rows } = await ctx.tx.execute<TimeLine['points'][number] & { each: TimeLine['each'] }>(sql`
    with happened as (
      select 'submitted' as kind, submitted_at as at from messages
        where campaign_id = ${campaignId} and occurrence = 0
      union all
      select 'delivered', delivered_at from messages where campaign_id = ${campaignId} and occurrence = 0
      union all
      select 'read', read_at from messages where campaign_id = ${campaignId} and occurrence = 0
      union all
      select 'replied', received_at from replies where campaign_id = ${campaignId}
    ),
    span as (
      select case when max(at) - min(at) > ${HOURLY}::interval then 'day' else 'hour' end as each from happened
    )
    select s.each,
      to_char(date_trunc(s.each, at, ${zone}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
      count(*) filter (where kind = 'submitted')::int as submitted,
      count(*) filter (where kind = 'delivered')::int as delivered,
      count(*) filter (where kind = 'read')::int as read,
      count(*) filter (where kind = 'replied')::int as replied
    from happened, span s where at is not null
    group by 1, 2 order by 2`);
  return { each: rows[0]?.each ?? 'hour', points: rows.map(({ each: _, ...point }) => point) };
}
