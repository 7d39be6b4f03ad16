import { z } from 'zod';
import { pauseEverything } from '../core/delivery/pause-everything.ts';
import { defineTool } from './define.ts';

export const pauseEverythingTool = defineTool({
  name: 'pause_everything',
  description:
    'Pauses every campaign that is scheduled or going out, when the person says to stop everything. ' +
    'Going on, or stopping one for good, is decided campaign by campaign.',
  effect: 'draft',
  input: z.strictObject({}),
  run: (scope) =>
    scope.within(async (ctx) => {
      const paused = await pauseEverything(ctx);
      return { forModel: { paused: paused.length, campaignIds: paused.slice(0, 50) }, parts: [] };
    }),
});
