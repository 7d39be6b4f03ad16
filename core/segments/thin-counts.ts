import { sql } from 'drizzle-orm';
import { addDays } from '../../lib/dates.ts';
import type { Ctx } from '../context.ts';

// Each day of a year and a bit, so that this week may be held against the same week a year ago.
const KEPT_DAYS = 400;

/** Of days that are long past keeps the first count of each month: a segment's history grows by twelve rows a year. */
export async function thinCounts(ctx: Ctx): Promise<void> {
  const kept = addDays(ctx.today, -KEPT_DAYS);
  await ctx.tx.execute(sql`
    delete from segment_counts n where n.day < ${kept}::date and exists (
      select 1 from segment_counts earlier
      where earlier.segment_id = n.segment_id and earlier.day < n.day
        and earlier.day >= date_trunc('month', n.day::timestamp)::date)`);
}
