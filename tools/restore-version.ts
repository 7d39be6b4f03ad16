import { z } from 'zod';
import { differenceWords } from '../core/campaigns/difference-words.ts';
import { readCampaign } from '../core/campaigns/read-campaign.ts';
import { compareVersions, listVersions, restoreVersion } from '../core/campaigns/versions.ts';
import { defineTool } from './define.ts';
import { changedAnswer } from './draft-answer.ts';
import { campaignId } from './schemas.ts';

export const restoreVersionTool = defineTool({
  name: 'restore_version',
  description:
    'Goes back to an earlier version of a draft, by its number, as a new version; approvals are void.',
  effect: 'draft',
  input: z.strictObject({ campaignId, version: z.int().positive() }),
  run: (scope, input) =>
    scope.within(async (ctx) => {
      return changedAnswer(ctx, input.campaignId, () => restoreVersion(ctx, input));
    }),
});

export const listVersionsTool = defineTool({
  name: 'list_versions',
  description: 'The history of a campaign: every version, the newest first, with what it changed.',
  effect: 'read',
  input: z.strictObject({ campaignId }),
  run: (scope, input) =>
    scope.within(async (ctx) => {
      const versions = await listVersions(ctx, input.campaignId);
      const text = versions
        .map(({ version, change, by, differences }) => {
          const fields = differences.map(({ field }) => field).join(', ');
          return `${version}. ${change}${by ? `, ${by}` : ''}${fields ? ` (${fields})` : ''}`;
        })
        .join('\n');
      return { forModel: { count: versions.length }, parts: [{ kind: 'text', text }] };
    }),
});

export const compareVersionsTool = defineTool({
  name: 'compare_versions',
  description:
    'In what one version of a campaign differs from another, field by field, as it was and as it is; without `to` from the newest.',
  effect: 'read',
  input: z.strictObject({
    campaignId,
    from: z.int().positive(),
    to: z.int().positive().optional(),
  }),
  run: (scope, { campaignId: id, from, to: named }) =>
    scope.within(async (ctx) => {
      const to = named ?? (await readCampaign(ctx, id)).version;
      const differences = await compareVersions(ctx, { campaignId: id, from, to });
      const lines = await differenceWords(ctx, differences);
      return {
        forModel: { from, to, count: lines.length },
        parts: lines.length > 0 ? [{ kind: 'text', text: lines.join('\n') }] : [],
      };
    }),
});
