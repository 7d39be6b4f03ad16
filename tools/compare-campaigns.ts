import { z } from 'zod';
import { COMPARED_BY, compareCampaigns } from '../core/statistics/compare-campaigns.ts';
import { defineTool } from './define.ts';

export const compareCampaignsTool = defineTool({
  name: 'compare_campaigns',
  description:
    'Which of the campaigns that went out did best: by the share of messages that were answered, read, delivered or ' +
    'failed, with 95 % intervals. The person sees the names; you see ids and numbers.',
  effect: 'read',
  input: z.strictObject({ by: z.enum(COMPARED_BY).optional() }),
  run: (scope, input) =>
    scope.within(async (ctx) => {
      const { by, campaigns, isAhead } = await compareCampaigns(ctx, input);
      const bars = campaigns.map(({ name, share }) => ({
        label: name,
        value: Math.round(share * 1000) / 10,
      }));
      return {
        forModel: { by, isAhead, campaigns: campaigns.map(({ name, ...known }) => known) },
        parts: bars.length > 0 ? [{ kind: 'chart', title: TITLES[by], unit: '%', bars }] : [],
      };
    }),
});

const TITLES = {
  replied: 'Answered, of what went out',
  read: 'Read, of what went out',
  delivered: 'Delivered, of what went out',
  failed: 'Failed, of what was tried',
};
