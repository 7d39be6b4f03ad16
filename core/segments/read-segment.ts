import { asc, desc, eq } from 'drizzle-orm';
import { segmentCounts, segmentVersions, users } from '../../db/schema/index.ts';
import { describeFilter } from '../audience/describe-filter.ts';
import { filterSchema } from '../audience/filter.ts';
import { readFilterScope } from '../audience/filter-scope.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { findSegment } from './find-segment.ts';
import { recordCount } from './save-version.ts';
import type { SegmentView } from './segment.ts';
import { segmentPerformance } from './segment-performance.ts';
import { segmentUses } from './segment-uses.ts';

/** A segment with its history, how many it had over time, who uses it and how that went. Counts it anew. */
export async function readSegment(ctx: Ctx, segmentId: string): Promise<SegmentView> {
  demand(ctx.actor, 'read');
  const segment = await findSegment(ctx, segmentId);
  const customers = await recordCount(ctx, segmentId);
  const { id, name, kind, version, filter } = segment;
  return {
    ...{ id, name, kind, version, filter, customers, countedOn: ctx.today },
    words: describeFilter(filter, await readFilterScope(ctx, filter)),
    createdAt: segment.createdAt.toISOString(),
    updatedAt: segment.updatedAt.toISOString(),
    versions: await readVersions(ctx, segmentId),
    members: await ctx.tx
      .select({ day: segmentCounts.day, version: segmentCounts.version, customers: segmentCounts.customers })
      .from(segmentCounts)
      .where(eq(segmentCounts.segmentId, segmentId))
      .orderBy(asc(segmentCounts.day)),
    usedBy: await segmentUses(ctx, segmentId),
    performance: await segmentPerformance(ctx, segmentId),
  };
}

async function readVersions(ctx: Ctx, segmentId: string): Promise<SegmentView['versions']> {
  const rows = await ctx.tx
    .select({ version: segmentVersions, by: users.name })
    .from(segmentVersions)
    .leftJoin(users, eq(users.id, segmentVersions.createdBy))
    .where(eq(segmentVersions.segmentId, segmentId))
    .orderBy(desc(segmentVersions.version));
  return rows.map(({ version: { version, name, kind, filter, change, createdAt }, by }) => ({
    ...{ version, name, kind, change, by },
    filter: filterSchema.parse(filter),
    at: createdAt.toISOString(),
  }));
}
