import { z } from 'zod';
import { saveTemplate } from '../core/campaigns/templates.ts';
import { defineTool } from './define.ts';
import { campaignId } from './schemas.ts';

export const saveTemplateTool = defineTool({
  name: 'save_template',
  description: 'Keeps a campaign as a template to begin others from; one of the same name is replaced.',
  effect: 'draft',
  input: z.strictObject({
    campaignId,
    name: z.string().trim().min(1).max(120).optional().describe('Only if the person gave one.'),
  }),
  run: (scope, input) =>
    scope.within(async (ctx) => {
      const { id, name } = await saveTemplate(ctx, input);
      return {
        forModel: { templateId: id },
        parts: [{ kind: 'text', text: `Kept as the template “${name}”.` }],
      };
    }),
});
