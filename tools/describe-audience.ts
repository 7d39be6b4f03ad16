import { z } from 'zod';
import { audienceFacets } from '../core/audience/audience-facets.ts';
import { defineTool } from './define.ts';
import { filter } from './schemas.ts';

export const describeAudience = defineTool({
  name: 'describe_audience',
  description:
    'What the customers of a filter are like: for each field how many have which value (“by city”, “what are they ' +
    'like”). The person sees the values; you see how many there are.',
  effect: 'read',
  input: z.strictObject({
    filter,
    fields: z
      .array(z.string())
      .min(1)
      .max(12)
      .optional()
      .describe('By these fields; all that have a list otherwise.'),
  }),
  run: (scope, input) =>
    scope.within(async (ctx) => {
      const { total, unknown, isExact, words, facets } = await audienceFacets(ctx, input);
      return {
        forModel: {
          total,
          unknown,
          isExact,
          facets: facets.map(({ field, values, unknown: notKnown }) => ({
            field,
            values: values.length,
            notKnown,
          })),
        },
        parts: facets
          .filter(({ values }) => values.length > 0)
          .map(({ label, values, unknown: notKnown }) => ({
            kind: 'chart',
            title: `${label}: ${words}`,
            unit: 'customers',
            bars: [
              ...values.map((one) => ({ label: one.words, value: one.customers })),
              ...(notKnown > 0 ? [{ label: 'not known', value: notKnown }] : []),
            ],
          })),
      };
    }),
});
