import { z } from 'zod';
import { addUp } from '../core/audience/add-up.ts';
import { defineTool } from './define.ts';
import { filter } from './schemas.ts';

export const addUpTool = defineTool({
  name: 'add_up',
  description:
    'What a number or an amount comes to over the customers of a filter: total, average, median, lowest, highest ' +
    '(“how much are the Hiltons worth”, “how many zones do we have”).',
  effect: 'read',
  input: z.strictObject({
    filter,
    field: z.string().describe('A field with numbers or amounts, such as contract_value or unit_count.'),
  }),
  run: (scope, input) =>
    scope.within(async (ctx) => ({ forModel: { ...(await addUp(ctx, input)) }, parts: [] })),
});
