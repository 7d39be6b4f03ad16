import { z } from 'zod';
import { CAMPAIGN_STATUSES, type CampaignStatus } from '../core/campaigns/draft.ts';
import { listCampaigns } from '../core/campaigns/list-campaigns.ts';
import type { CampaignsPart } from '../core/parts.ts';
import { addDays, instantAt, isDate } from '../lib/dates.ts';
import { defineTool } from './define.ts';

const OUT: ReadonlySet<CampaignStatus> = new Set(['sending', 'paused', 'stopped', 'done']);
const day = z.string().refine(isDate, 'a day is written yyyy-mm-dd');

export const listCampaignsTool = defineTool({
  name: 'list_campaigns',
  description:
    'Lists campaigns, newest first, with their ids; with `from` or `to` those that go out, or went, on these days.',
  effect: 'read',
  input: z.strictObject({
    status: z.enum(CAMPAIGN_STATUSES).optional(),
    from: day.optional(),
    to: day.optional(),
    isOut: z.boolean().optional().describe('Only those of which something was sent.'),
  }),
  run: (scope, { status, from, to, isOut }) =>
    scope.within(async (ctx) => {
      const { timeZone } = ctx.tenant.settings;
      const startOf = (date: string) => instantAt(date, '00:00', timeZone).toISOString();
      const found = await listCampaigns(ctx, {
        status,
        ...(from ? { from: startOf(from) } : {}),
        ...(to ? { until: startOf(addDays(to, 1)) } : {}),
      });
      const campaigns = found
        .filter((one) => !isOut || OUT.has(one.status))
        .map(({ id, name, type, status, version, createdAt }) => ({
          id,
          name,
          type,
          status,
          version,
          createdAt: createdAt.toISOString(),
        }));
      const part: CampaignsPart = { kind: 'campaigns', campaigns };
      const forModel = { campaigns: campaigns.map(({ name, ...known }) => known), count: campaigns.length };
      return { forModel, parts: [part] };
    }),
});
