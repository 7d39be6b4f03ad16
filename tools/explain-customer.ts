import { z } from 'zod';
import { explainCustomer } from '../core/audience/explain-customer.ts';
import { readCampaign } from '../core/campaigns/read-campaign.ts';
import { defineTool } from './define.ts';
import { campaignId } from './schemas.ts';

export const explainCustomerTool = defineTool({
  name: 'explain_customer',
  description: 'Says why a customer is in a campaign’s audience, or why not.',
  effect: 'read',
  input: z.strictObject({ campaignId, customerId: z.uuid() }),
  run: (scope, input) =>
    scope.within(async (ctx) => {
      const { draft } = await readCampaign(ctx, input.campaignId);
      const { isIn, because } = await explainCustomer(ctx, { draft, customerId: input.customerId });
      return { forModel: { isIn, because }, parts: [] };
    }),
});
