import { z } from 'zod';
import { explainCustomer } from '../core/audience/explain-customer.ts';
import { defineTool } from './define.ts';
import { readWhom, whom } from './whom.ts';

export const explainCustomerTool = defineTool({
  name: 'explain_customer',
  description: 'Says why a customer is in an audience (a campaign’s, or a filter’s), or why not.',
  effect: 'read',
  input: whom.extend({ customerId: z.uuid() }),
  run: (scope, { customerId, ...asked }) =>
    scope.within(async (ctx) => {
      const { isIn, because } = await explainCustomer(ctx, { draft: await readWhom(ctx, asked), customerId });
      return { forModel: { isIn, because }, parts: [] };
    }),
});
