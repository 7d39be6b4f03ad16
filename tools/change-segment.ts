import { z } from 'zod';
import { changeSegment } from '../core/segments/change-segment.ts';
import { SEGMENT_KINDS } from '../core/segments/segment.ts';
import { defineTool } from './define.ts';
import { filter } from './schemas.ts';
import { segmentAnswer } from './segment-answer.ts';

export const changeSegmentTool = defineTool({
  name: 'change_segment',
  description:
    'Changes a segment: its name, its kind, or its whole filter (not the difference). Makes a new version. Campaigns ' +
    'that were frozen keep whom they froze.',
  effect: 'draft',
  input: z.strictObject({
    segmentId: z.uuid(),
    name: z.string().trim().min(1).max(120).optional(),
    kind: z.enum(SEGMENT_KINDS).optional(),
    filter: filter.optional(),
  }),
  run: (scope, { segmentId, ...patch }) =>
    scope.within(async (ctx) => {
      await changeSegment(ctx, { segmentId, patch });
      return segmentAnswer(ctx, segmentId);
    }),
});
