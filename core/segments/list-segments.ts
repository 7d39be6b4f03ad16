import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { segments, segmentVersions } from '../../db/schema/index.ts';
import { describeFilter } from '../audience/describe-filter.ts';
import { filterSchema } from '../audience/filter.ts';
import { readFilterScope } from '../audience/filter-scope.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import type { SegmentRow } from './segment.ts';

type Query = { id?: string | undefined; search?: string | undefined; limit?: number | undefined };

/** The segments by name, each with its last count; `search` finds a part of the name, `id` that one. */
export async function listSegments(ctx: Ctx, { id, search, limit = 200 }: Query = {}): Promise<SegmentRow[]> {
  demand(ctx.actor, 'read');
  const rows = await ctx.tx
    .select({
      segment: segments,
      filter: segmentVersions.filter,
      last: sql<{
        day: string;
        customers: number;
      } | null>`(select json_build_object('day', n.day, 'customers', n.customers)
        from segment_counts n where n.segment_id = ${segments.id} order by n.day desc limit 1)`,
    })
    .from(segments)
    .innerJoin(
      segmentVersions,
      and(eq(segmentVersions.segmentId, segments.id), eq(segmentVersions.version, segments.version)),
    )
    .where(
      and(
        isNull(segments.deletedAt),
        id ? eq(segments.id, id) : undefined,
        search ? sql`strpos(lower(${segments.name}), lower(${search})) > 0` : undefined,
      ),
    )
    .orderBy(asc(sql`lower(${segments.name})`), asc(segments.id))
    .limit(limit);
  const scope = await readFilterScope(
    ctx,
    rows.map(({ filter }) => filter),
  );
  return rows.map(({ segment, filter, last }) => ({
    id: segment.id,
    name: segment.name,
    kind: segment.kind,
    version: segment.version,
    words: describeFilter(filterSchema.parse(filter), scope),
    customers: last?.customers ?? null,
    countedOn: last?.day ?? null,
    updatedAt: segment.updatedAt.toISOString(),
  }));
}
