import { listCampaigns } from '../campaigns/list-campaigns.ts';
import type { Ctx } from '../context.ts';
import { campaignCounts } from '../delivery/campaign-counts.ts';
import { demand } from '../tenants/roles.ts';
import { wilson } from './wilson.ts';

export const COMPARED_BY = ['replied', 'read', 'delivered', 'failed'] as const;
export type ComparedBy = (typeof COMPARED_BY)[number];

export type ComparedCampaign = {
  id: string;
  name: string;
  /** Messages that a provider accepted; with failures, those that it did not. */
  of: number;
  many: number;
  /** Fractions: the share and its 95 % interval (`wilson`). */
  share: number;
  low: number;
  high: number;
};

export type Comparison = {
  by: ComparedBy;
  /** The highest share first. */
  campaigns: ComparedCampaign[];
  /** Whether the interval of the first lies above that of the second; else the difference may be chance. */
  isAhead: boolean;
};

/** The newest campaigns that went out, by the share of their messages of which something is known. */
export async function compareCampaigns(
  ctx: Ctx,
  { by = 'replied', limit = 20 }: { by?: ComparedBy | undefined; limit?: number | undefined },
): Promise<Comparison> {
  demand(ctx.actor, 'read');
  const sent = (await listCampaigns(ctx)).filter(({ status }) => OUT.has(status)).slice(0, limit);
  const counts = await campaignCounts(ctx, { campaignIds: sent.map(({ id }) => id) });
  const campaigns = sent
    .map(({ id, name }) => {
      const own = counts.get(id)!;
      const of = by === 'failed' ? own.submitted + own.failed : own.submitted;
      return { id, name, of, many: own[by], share: of === 0 ? 0 : own[by] / of, ...wilson(own[by], of) };
    })
    .filter(({ of }) => of > 0)
    .toSorted((one, other) => other.share - one.share);
  const [first, second] = campaigns;
  return { by, campaigns, isAhead: Boolean(first && second && first.low > second.high) };
}

const OUT: ReadonlySet<string> = new Set(['sending', 'done', 'paused', 'stopped']);
