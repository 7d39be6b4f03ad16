import { z } from 'zod';
import { progressPart } from '../core/delivery/progress-part.ts';
import { reportVariants } from '../core/reports/report-variants.ts';
import { defineTool } from './define.ts';
import { campaignId } from './schemas.ts';

export const reportCampaign = defineTool({
  name: 'report_campaign',
  description:
    'How a campaign is going: targeted, submitted, delivered, read, failed, dropped with reasons, unknown, replied; and which of its variants did better, each share with its 95 % interval.',
  effect: 'read',
  input: z.strictObject({ campaignId }),
  run: (scope, input) =>
    scope.within(async (ctx) => {
      const part = await progressPart(ctx, input.campaignId);
      const variants = await reportVariants(ctx, input.campaignId);
      const forModel = { ...part, kind: undefined, campaign: undefined, ...(variants ? { variants } : {}) };
      return { forModel, parts: [part] };
    }),
});
