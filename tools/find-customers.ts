import { z } from 'zod';
import { shownAudience } from '../core/audience/shown-audience.ts';
import { audienceSummary } from './audience-summary.ts';
import { defineTool } from './define.ts';
import { filter } from './schemas.ts';

export const findCustomers = defineTool({
  name: 'find_customers',
  description:
    'Counts and lists the customers that match a filter, without making a campaign. For questions such as how many, ' +
    'which, who, where. The person sees the list; you see counts. Never use it before draft_campaign: that one ' +
    'answers the same.',
  effect: 'read',
  input: z.strictObject({ filter }),
  run: (scope, input) =>
    scope.within(async (ctx) => {
      const part = await shownAudience(ctx, { filter: input.filter });
      return { forModel: audienceSummary(part), parts: [part] };
    }),
});
