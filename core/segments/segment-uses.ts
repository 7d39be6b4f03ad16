import { sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { SegmentUse } from './segment.ts';

/** The campaigns and segments whose filter names the segment, those that need it first. */
export async function segmentUses(ctx: Ctx, segmentId: string): Promise<SegmentUse[]> {
  const { rows } = await ctx.tx.execute<SegmentUse>(sql`
    select 'segment' as kind, s.id, s.name, null as status, true as needs
    from segments s join segment_versions v on v.segment_id = s.id and v.version = s.version
    where s.deleted_at is null and s.id <> ${segmentId} and ${names(sql`v.filter`, segmentId)}
    union all
    select 'campaign', c.id, c.name, c.status, c.status not in ('stopped', 'done')
    from campaigns c join campaign_versions v on v.campaign_id = c.id and v.version = c.version
    where c.deleted_at is null and ${names(sql`v.draft -> 'filter'`, segmentId)}
    order by 5 desc, 3, 2`);
  return rows;
}

/** Whether a filter as JSON has a clause on segments with this id. */
export const names = (filter: ReturnType<typeof sql>, segmentId: string): ReturnType<typeof sql> =>
  sql`jsonb_path_exists(${filter}, '$.** ? (@.field == "segment").values[*] ? (@ == $id)',
    jsonb_build_object('id', ${segmentId}::text))`;
