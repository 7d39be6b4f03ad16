import { z } from 'zod';
import { approvalPart } from '../core/approval/approval-part.ts';
import { requestApproval } from '../core/approval/request-approval.ts';
import { testModeSchema } from '../core/campaigns/draft.ts';
import { progressPart } from '../core/delivery/progress-part.ts';
import { type AppError, isAppError } from '../lib/errors.ts';
import { defineTool, type ToolAnswer } from './define.ts';
import { campaignId } from './schemas.ts';

export const requestApprovalTool = defineTool({
  name: 'request_approval',
  description:
    'Freezes a campaign exactly as it stands and asks a person to approve that. The only way anything is ever sent, ' +
    'tests included; you cannot approve. Call it when the person says to send, to schedule for good, or to test.',
  effect: 'approval',
  input: z.strictObject({
    campaignId,
    test: testModeSchema
      .optional()
      .describe('first_customer: only the first one; address: everything to one tester.'),
  }),
  run: (scope, input) =>
    scope
      .within(async (ctx) => {
        const { threadId, toolCallId } = scope;
        const { approvalId } = await requestApproval(ctx, { ...input, threadId, toolCallId });
        const part = await approvalPart(ctx, approvalId);
        const { recipients, customers, channels, warnings } = part;
        return { forModel: { approvalId, recipients, customers, channels, warnings }, parts: [part] };
      })
      .catch((error: unknown) => {
        if (isAppError(error) && error.code === 'campaign:content') return offerToGoOn(error);
        throw error;
      }),
  outcome: (scope, approvalId) =>
    scope.within(async (ctx) => {
      const part = await approvalPart(ctx, approvalId);
      const { status, recipients, isTest, schedule } = part;
      const shown = status === 'approved' ? await progressPart(ctx, part.campaignId) : part;
      return { forModel: { approvalId, status, recipients, isTest, schedule }, parts: [shown] };
    }),
});

/** A few customers with names that are none must not hold up the others: whoever asked may go on without them. */
const offerToGoOn = ({ message, code, nextStep }: AppError): ToolAnswer => ({
  forModel: { error: message, code, nextStep },
  parts: [
    {
      kind: 'question',
      text: 'Go on without the customers whose messages must not go out?',
      choices: [
        {
          label: 'Leave them out and ask for approval',
          say: 'Leave out those whose messages must not go out, and ask for approval',
        },
        { label: 'Show me the messages', say: 'Show the preview' },
      ],
    },
  ],
});
