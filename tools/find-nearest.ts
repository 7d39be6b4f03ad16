import { z } from 'zod';
import { nearestClauses } from '../core/audience/nearest-clauses.ts';
import { defineTool } from './define.ts';
import { filter } from './schemas.ts';

export const findNearest = defineTool({
  name: 'find_nearest',
  description:
    'Of a filter that nobody matches: which condition leaves nobody, how many there would be without it, and the ' +
    'nearest conditions in its place. The person sees them in words.',
  effect: 'read',
  input: z.strictObject({ filter }),
  run: (scope, input) =>
    scope.within(async (ctx) => {
      const culprits = await nearestClauses(ctx, input);
      return {
        forModel: {
          culprits: culprits.map(({ without, instead }) => ({
            without,
            instead: instead.map(({ customers }) => customers),
          })),
        },
        parts: culprits.map(({ words, without, instead }) => ({
          kind: 'chart',
          title: `Nobody is left by: ${words}`,
          unit: 'customers',
          bars: [
            { label: 'Without it', value: without },
            ...instead.map((one) => ({ label: `Instead: ${one.words}`, value: one.customers })),
          ],
        })),
      };
    }),
});
