import { z } from 'zod';
import { compareAudiences as compare } from '../core/audience/compare-audiences.ts';
import { defineTool } from './define.ts';
import { filter } from './schemas.ts';

export const compareAudiences = defineTool({
  name: 'compare_audiences',
  description:
    'How far two audiences are the same customers: how many are in both, in the first only, in the second only. A ' +
    'segment is the filter {op:"in",field:"segment",values:[id]}.',
  effect: 'read',
  input: z.strictObject({ first: filter, second: filter }),
  run: (scope, input) =>
    scope.within(async (ctx) => {
      const { first, second, ...counts } = await compare(ctx, input);
      const bars = [
        { label: 'Both', value: counts.both },
        { label: `Only: ${first.words}`, value: counts.onlyFirst },
        { label: `Only: ${second.words}`, value: counts.onlySecond },
      ];
      return {
        forModel: { first: first.customers, second: second.customers, ...counts },
        parts: [{ kind: 'chart', title: 'How far they are the same', unit: 'customers', bars }],
      };
    }),
});
