import type { Ctx } from '../core/context.ts';
import { listSegments } from '../core/segments/list-segments.ts';
import type { SegmentRow } from '../core/segments/segment.ts';
import type { ToolAnswer } from './define.ts';

/** What a model may know of segments: ids and counts; their names and words go to the person. */
export const segmentsAnswer = (segments: readonly SegmentRow[]): ToolAnswer => ({
  forModel: {
    count: segments.length,
    segments: segments.map(({ id, kind, version, customers, countedOn }) => ({
      id,
      kind,
      version,
      customers,
      countedOn,
    })),
  },
  parts: [{ kind: 'segments', segments: [...segments] }],
});

/** One segment as it now stands. */
export async function segmentAnswer(ctx: Ctx, segmentId: string): Promise<ToolAnswer> {
  const found = await listSegments(ctx, { id: segmentId });
  const answer = segmentsAnswer(found);
  return { ...answer, forModel: { segmentId, ...found[0], name: undefined, words: undefined } };
}
