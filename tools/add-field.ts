import { z } from 'zod';
import { fieldSchema } from '../core/fields/field.ts';
import { addField } from '../core/fields/registry.ts';
import { defineTool } from './define.ts';

export const addFieldTool = defineTool({
  name: 'add_field',
  description:
    'Adds a field that customers of this workspace have from now on (an admin’s right), only when the person asks for ' +
    'exactly that. It has no values yet: they come by import or by changes. Ask for the kind if it is not plain.',
  effect: 'draft',
  input: z.strictObject({
    label: fieldSchema.shape.label,
    kind: fieldSchema.shape.kind,
    synonyms: z.array(z.string().trim().min(1).max(60)).max(20).default([]).describe('Other words for it.'),
  }),
  run: (scope, { label, kind, synonyms }) =>
    scope.within(async (ctx) => {
      const key = keyOf(label);
      await addField(ctx, {
        key,
        label,
        kind,
        synonyms: { en: [...new Set([label.toLowerCase(), bareOf(label), ...synonyms])] },
        columns: [label],
      });
      return { forModel: { field: key, kind }, parts: [] };
    }),
});

/** "Has parking" is said as "with parking". */
const bareOf = (label: string): string =>
  label.toLowerCase().replace(/^(?:has|have|is|are|offers)\s+(?=\S)/, '');

/** "Wi-Fi provider" → wi_fi_provider. */
const keyOf = (label: string): string =>
  label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_\d]+|_+$/g, '')
    .slice(0, 40);
