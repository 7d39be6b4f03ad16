import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { segments, segmentVersions } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { isId } from '../../lib/ids.ts';
import { type Filter, filterSchema } from '../audience/filter.ts';
import type { Ctx } from '../context.ts';

/** A segment with the filter of its newest version. */
export type Segment = typeof segments.$inferSelect & { filter: Filter };

/** Throws `segment:unknown` for an id that this tenant does not have, or has deleted. */
export async function findSegment(ctx: Ctx, segmentId: string): Promise<Segment> {
  const [row] = isId(segmentId)
    ? await ctx.tx
        .select({ segment: segments, filter: segmentVersions.filter })
        .from(segments)
        .innerJoin(
          segmentVersions,
          and(eq(segmentVersions.segmentId, segments.id), eq(segmentVersions.version, segments.version)),
        )
        .where(and(eq(segments.id, segmentId), isNull(segments.deletedAt)))
    : [];
  if (!row)
    throw new AppError('segment:unknown', 'There is no such segment.', { nextStep: 'List the segments.' });
  return { ...row.segment, filter: filterSchema.parse(row.filter) };
}

/** The same, holding its row until the transaction ends: one change at a time. */
export async function lockSegment(ctx: Ctx, segmentId: string): Promise<Segment> {
  if (isId(segmentId))
    await ctx.tx.select({ id: segments.id }).from(segments).where(eq(segments.id, segmentId)).for('update');
  return findSegment(ctx, segmentId);
}

/** Whether a segment other than `butNot` has the name, whatever its capitals. */
export async function isNameTaken(
  ctx: Ctx,
  { name, butNot }: { name: string; butNot?: string },
): Promise<boolean> {
  const rows = await ctx.tx
    .select({ id: segments.id })
    .from(segments)
    .where(
      and(
        isNull(segments.deletedAt),
        sql`lower(${segments.name}) = lower(${name})`,
        butNot ? ne(segments.id, butNot) : undefined,
      ),
    );
  return rows.length > 0;
}
