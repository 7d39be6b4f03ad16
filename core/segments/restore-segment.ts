import { and, eq, isNotNull } from 'drizzle-orm';
import { segments, segmentVersions } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { isId } from '../../lib/ids.ts';
import { readFilterScope } from '../audience/filter-scope.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { checkSegmentFilter, demandFreeName } from './check-segment.ts';

/**
 * Takes a deletion back: the segment is there again with its versions and its members over time. Throws `segment:unknown`
 * for one that is not deleted or whose conditions name one that is, and `segment:exists` where another has its name now.
 */
export async function restoreSegment(ctx: Ctx, segmentId: string): Promise<void> {
  demand(ctx.actor, 'draft');
  const [row] = isId(segmentId)
    ? await ctx.tx
        .select({ name: segments.name, filter: segmentVersions.filter })
        .from(segments)
        .innerJoin(
          segmentVersions,
          and(eq(segmentVersions.segmentId, segments.id), eq(segmentVersions.version, segments.version)),
        )
        .where(and(eq(segments.id, segmentId), isNotNull(segments.deletedAt)))
        .for('update', { of: segments })
    : [];
  if (!row) throw new AppError('segment:unknown', 'There is no deleted segment like this.');
  await demandFreeName(ctx, { name: row.name, butNot: segmentId });
  await checkSegmentFilter(ctx, { given: row.filter, scope: await readFilterScope(ctx), ownId: segmentId });
  await ctx.tx
    .update(segments)
    .set({ deletedAt: null, updatedAt: ctx.now })
    .where(eq(segments.id, segmentId));
  await recordAudit(ctx, { action: 'segment.restore', subject: segmentId });
}
