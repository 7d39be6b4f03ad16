import { z } from 'zod';
import { listSegments } from '../core/segments/list-segments.ts';
import { defineTool } from './define.ts';
import { segmentsAnswer } from './segment-answer.ts';

export const listSegmentsTool = defineTool({
  name: 'list_segments',
  description: 'Lists the saved segments with their ids; search narrows to a part of the name.',
  effect: 'read',
  input: z.strictObject({ search: z.string().trim().min(1).max(120).optional() }),
  run: (scope, input) => scope.within(async (ctx) => segmentsAnswer(await listSegments(ctx, input))),
});
