import { z } from 'zod';
import { dropWriting, readWritingState, requestWriting } from '../core/content/writing/request-writing.ts';
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
    scope.within(async (ctx) => ({
      forModel: await requestWriting(ctx, { ...input, hasWriter: scope.hasWriter === true }),
      parts: [],
    })),
});

export const showWriting = defineTool({
  name: 'show_writing',
  description:
    'How far the messages are that are written one by one: wanted, written, refused by the checks, failed.',
  effect: 'read',
  input: z.strictObject({ campaignId }),
  run: (scope, input) =>
    scope.within(async (ctx) => ({ forModel: await readWritingState(ctx, input.campaignId), parts: [] })),
});

export const dropWritingTool = defineTool({
  name: 'drop_writing',
  description:
    'Stops the writing of messages one by one and goes back to the built-in letters, for all recipients.',
  effect: 'draft',
  input: z.strictObject({ campaignId }),
  run: (scope, input) =>
    scope.within(async (ctx) => {
      await dropWriting(ctx, input.campaignId);
      return { forModel: { isDropped: true }, parts: [] };
    }),
});
