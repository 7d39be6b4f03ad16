import { z } from 'zod';
import { deleteSegment } from '../core/segments/delete-segment.ts';
import { defineTool } from './define.ts';

export const deleteSegmentTool = defineTool({
  name: 'delete_segment',
  description:
    'Deletes a segment, only when the person asks for exactly that. Refused while a campaign that is not over, or ' +
    'another segment, needs it.',
  effect: 'draft',
  input: z.strictObject({ segmentId: z.uuid() }),
  run: (scope, { segmentId }) =>
    scope.within(async (ctx) => {
      await deleteSegment(ctx, segmentId);
      return { forModel: { segmentId, deleted: true }, parts: [] };
    }),
});
