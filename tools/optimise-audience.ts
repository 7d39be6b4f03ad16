import { z } from 'zod';
import type { Part } from '../core/parts.ts';
import { type Optimisation, optimiseSegment } from '../core/segments/optimise-segment.ts';
import { plural } from '../lib/text.ts';
import { defineTool } from './define.ts';
import { readWhom, whom } from './whom.ts';

export const optimiseAudience = defineTool({
  name: 'optimise_audience',
  description:
    'How an audience could be larger or smaller: one change of its conditions at a time, each counted, with what its ' +
    'messages would cost. The person chooses one; nothing is changed by asking.',
  effect: 'read',
  input: whom.extend({ aim: z.enum(['larger', 'smaller']) }),
  run: (scope, { aim, ...asked }) =>
    scope.within(async (ctx) => {
      const { filter, type } = await readWhom(ctx, asked);
      const found = await optimiseSegment(ctx, { filter, aim, ...(type ? { type } : {}) });
      const { customers, options } = found;
      return {
        forModel: { customers, aim, options: options.map((one) => one.customers) },
        parts: partsOf(found),
      };
    }),
});

/** Those that a sentence finds are to be pressed; the others are shown with their numbers. */
function partsOf({ words, customers, options }: Optimisation): Part[] {
  if (options.length === 0) return [];
  const choices = options.flatMap(({ change, say, ...one }) =>
    say === null
      ? []
      : [
          {
            say,
            label: `${change}: ${plural(one.customers, 'customer')}, ${plural(one.messages, 'message')}`,
          },
        ],
  );
  return [
    {
      kind: 'chart',
      title: `How it could be otherwise: ${words}`,
      unit: 'customers',
      bars: [
        { label: 'As it is', value: customers },
        ...options.map((one) => ({ label: `${one.change} (${one.costWords})`, value: one.customers })),
      ],
    },
    ...(choices.length > 0 ? [{ kind: 'question' as const, text: 'Which one shall it be?', choices }] : []),
  ];
}
