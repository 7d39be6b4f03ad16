import { z } from 'zod';
import { ownTypeSchema } from '../core/content/own-type.ts';
import { saveCampaignType } from '../core/content/save-type.ts';
import { type ContactRole, ROLE_LABELS } from '../core/customers/roles.ts';
import { joinWords } from '../lib/text.ts';
import { defineTool } from './define.ts';

export const saveCampaignTypeTool = defineTool({
  name: 'save_campaign_type',
  description:
    'Adds a campaign type of the workspace’s own, or replaces the one with its key: only when the person asks for a ' +
    'new kind of campaign. `letter` is what it says, between the greeting and the sign-off that every letter has.',
  effect: 'draft',
  input: z.strictObject({ type: ownTypeSchema }),
  run: (scope, { type }) =>
    scope.within(async (ctx) => {
      const { key, label, purpose, roles } = await saveCampaignType(ctx, type);
      const whom = [...roles.required, ...roles.recommended].map(
        (role) => ROLE_LABELS[role as ContactRole] ?? role.replaceAll('_', ' '),
      );
      const reached = whom.length > 0 ? ` It goes to: ${joinWords(whom)}.` : '';
      const text = `There is now a campaign type “${label}” (${purpose}).${reached}`;
      return { forModel: { type: key, purpose }, parts: [{ kind: 'text', text }] };
    }),
});
