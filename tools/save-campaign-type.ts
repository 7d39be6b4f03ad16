import { z } from 'zod';
import { listCampaignTypes } from '../core/content/find-type.ts';
import { ownTypeSchema } from '../core/content/own-type.ts';
import { changeCampaignType, deleteCampaignType, saveCampaignType } from '../core/content/save-type.ts';
import type { CampaignType } from '../core/content/types.ts';
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
      const saved = await saveCampaignType(ctx, type);
      const text = `There is now a campaign type “${saved.label}” (${saved.purpose}).${reached(saved)}`;
      return { forModel: { type: saved.key, purpose: saved.purpose }, parts: [{ kind: 'text', text }] };
    }),
});

function reached({ roles }: CampaignType): string {
  const whom = [...roles.required, ...roles.recommended].map(
    (role) => ROLE_LABELS[role as ContactRole] ?? role.replaceAll('_', ' '),
  );
  return whom.length > 0 ? ` It goes to: ${joinWords(whom)}.` : '';
}

const { shape } = ownTypeSchema;
const key = z.string().max(40);

export const changeCampaignTypeTool = defineTool({
  name: 'change_campaign_type',
  description:
    'Changes a campaign type of the workspace’s own: only what is given; a new label keeps its key. What is approved already ' +
    'goes out as it was approved.',
  effect: 'draft',
  input: z.strictObject({
    key,
    patch: z
      .strictObject({
        label: shape.label,
        purpose: shape.purpose,
        defaultTone: shape.defaultTone.unwrap(),
        roles: shape.roles.unwrap(),
        letter: shape.letter.partial(),
      })
      .partial(),
  }),
  run: (scope, { key: type, patch }) =>
    scope.within(async (ctx) => {
      const changed = await changeCampaignType(ctx, { key: type, patch });
      const { label, purpose, defaultTone, letter } = changed;
      const says = letter ? `\n${letter.subject}\n${letter.opening} ${letter.ask}` : '';
      const text = `The campaign type “${label}” (${purpose}, ${defaultTone}) is changed.${reached(changed)}${says}`;
      return { forModel: { type: changed.key, purpose }, parts: [{ kind: 'text', text }] };
    }),
});

export const deleteCampaignTypeTool = defineTool({
  name: 'delete_campaign_type',
  description:
    'Deletes a campaign type of the workspace’s own, only when the person asks for exactly that. Refused while a campaign is of it.',
  effect: 'draft',
  input: z.strictObject({ key }),
  run: (scope, { key: type }) =>
    scope.within(async (ctx) => {
      await deleteCampaignType(ctx, type);
      return { forModel: { type, deleted: true }, parts: [] };
    }),
});

export const listCampaignTypesTool = defineTool({
  name: 'list_campaign_types',
  description: 'The kinds of campaign that there are here: the workspace’s own, and the built-in ones.',
  effect: 'read',
  input: z.strictObject({}),
  run: (scope) =>
    scope.within(async (ctx) => {
      const types = (await listCampaignTypes(ctx)).filter(({ lacks }) => lacks.length === 0);
      const [builtIn, own] = [true, false].map((is) => types.filter(({ isBuiltIn }) => isBuiltIn === is));
      const lines = [
        ...own!.map((type) => `“${type.label}” (own, ${type.purpose}).${reached(type)}`),
        joinWords(builtIn!.map(({ label }) => label)),
      ];
      return {
        forModel: { own: own!.length, builtIn: builtIn!.length },
        parts: [{ kind: 'text', text: lines.join('\n') }],
      };
    }),
});
