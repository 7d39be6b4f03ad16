import { z } from 'zod';
import { listTemplates } from '../core/campaigns/templates.ts';
import { defineTool } from './define.ts';

export const listTemplatesTool = defineTool({
  name: 'list_templates',
  description: 'The campaigns that were kept as templates, by name, for the person to choose from.',
  effect: 'read',
  input: z.strictObject({}),
  run: (scope) =>
    scope.within(async (ctx) => {
      const templates = await listTemplates(ctx);
      const text = templates.map(({ name, draft }) => `${name} (${draft.type})`).join('\n');
      return {
        forModel: { count: templates.length, types: templates.map(({ draft }) => draft.type) },
        parts: templates.length > 0 ? [{ kind: 'text', text }] : [],
      };
    }),
});
