import { z } from 'zod';
import { createSegment } from '../core/segments/create-segment.ts';
import { SEGMENT_KINDS } from '../core/segments/segment.ts';
import { defineTool } from './define.ts';
import { filter } from './schemas.ts';
import { segmentAnswer } from './segment-answer.ts';

export const saveSegment = defineTool({
  name: 'save_segment',
  description:
    'Saves an audience as a segment that later filters can name ({op:"in",field:"segment",values:[id]}). dynamic ' +
    'follows the data; frozen keeps the customers of today ("freeze", "as it is now", "this list").',
  effect: 'draft',
  input: z.strictObject({
    filter,
    name: z.string().trim().min(1).max(120).optional().describe('Only if the person gave one.'),
    kind: z.enum(SEGMENT_KINDS).default('dynamic'),
  }),
  run: (scope, input) => scope.within(async (ctx) => segmentAnswer(ctx, await createSegment(ctx, input))),
});
