import { z } from 'zod';
import { requestWriting } from '../core/content/writing/request-writing.ts';
import { defineTool } from './define.ts';
import { campaignId } from './schemas.ts';

export const writeMessages = defineTool({
  name: 'write_messages',
  description:
    'Has every recipient of a draft get a message of their own, written one by one and checked, instead of the ' +
    'built-in letter: only when the person asks for that. It takes a while; what fails keeps the built-in letter.',
  effect: 'draft',
  input: z.strictObject({ campaignId }),
  run: (scope, input) =>
    scope.within(async (ctx) => ({ forModel: await requestWriting(ctx, input.campaignId), parts: [] })),
});
