import { z } from 'zod';
import { CAMPAIGN_STATUSES } from '../campaigns/draft.ts';
import { listCampaigns } from '../campaigns/list-campaigns.ts';
import type { Ctx } from '../context.ts';
import { campaignCounts } from '../delivery/campaign-counts.ts';
import { limitsLeft } from '../delivery/limits-left.ts';
import { demand } from '../tenants/roles.ts';
import { customerCounts, keepCustomerCounts } from './count-customers.ts';

const count = z.int().nonnegative();

export const messageCounts = z.object({
  targeted: count,
  queued: count,
  submitted: count,
  delivered: count,
  read: count,
  failed: count,
  dropped: count,
  unknown: count,
  replied: count,
});
type MessageCounts = z.infer<typeof messageCounts>;

export const accountLimits = z.object({
  channel: z.string(),
  provider: z.string(),
  name: z.string(),
  /** In any moving window of `perMs` milliseconds. */
  windows: z.array(z.object({ perMs: z.number(), max: count, used: count, left: count })),
});

export const statistics = z.object({
  customers: customerCounts,
  /** What every account may still send now. */
  limits: z.array(accountLimits),
  /** The latest 200, the newest first; tests are not counted. */
  campaigns: z.array(
    messageCounts.extend({
      id: z.uuid(),
      name: z.string(),
      type: z.string(),
      status: z.enum(CAMPAIGN_STATUSES),
      reasons: z.record(z.string(), count),
    }),
  ),
  campaignsByStatus: z.record(z.string(), count),
  /** Of all campaigns. `submitted` includes what was delivered since, and `delivered` what was read. */
  messages: messageCounts,
});
export type Statistics = z.infer<typeof statistics>;

/** The workspace in numbers, counted from the rows each time. */
export async function readStatistics(ctx: Ctx): Promise<Statistics> {
  demand(ctx.actor, 'read');
  const { latest, byStatus, messages } = await countCampaigns(ctx);
  return {
    customers: await keepCustomerCounts(ctx),
    limits: (await limitsLeft(ctx)).map((account) => accountLimits.parse(account)),
    campaigns: latest,
    campaignsByStatus: byStatus,
    messages,
  };
}

const SHOWN = 200;
const COUNTED = Object.keys(messageCounts.shape) as (keyof MessageCounts)[];

async function countCampaigns(ctx: Ctx) {
  const all = await listCampaigns(ctx, { limit: Number.MAX_SAFE_INTEGER });
  const counts = await campaignCounts(ctx, { campaignIds: all.map(({ id }) => id) });
  const sum = (key: keyof MessageCounts) => [...counts.values()].reduce((total, one) => total + one[key], 0);
  return {
    latest: all.slice(0, SHOWN).map(({ id, name, type, status }) => {
      const { nextAt: _, ...own } = counts.get(id)!;
      return { id, name, type, status, ...own };
    }),
    byStatus: Object.fromEntries(
      [...Map.groupBy(all, ({ status }) => status)].map(([status, some]) => [status, some.length]),
    ),
    messages: messageCounts.parse(Object.fromEntries(COUNTED.map((key) => [key, sum(key)]))),
  };
}
