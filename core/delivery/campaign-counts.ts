import { sql } from 'drizzle-orm';
import { isReachedTwice } from '../../db/queries/reached-twice.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';

/**
 * Messages of one campaign and occurrence. `submitted` counts all that a provider accepted and did not fail later,
 * delivered and read ones among them; so targeted = queued + submitted + failed + dropped + unknown. `queued` has those
 * that a sender holds at this moment.
 */
export type CampaignCounts = {
  targeted: number;
  queued: number;
  submitted: number;
  delivered: number;
  read: number;
  failed: number;
  dropped: number;
  unknown: number;
  replied: number;
  /** Delivered on two channels: the first said that it had failed, and delivered after all. */
  twice: number;
  /** Why messages failed or were dropped: reason (core/delivery/status.ts) → count. */
  reasons: Record<string, number>;
  /** When the next is planned, an ISO instant; null when none waits, or one is due and waits for room only. */
  nextAt: string | null;
};

const NONE: CampaignCounts = {
  targeted: 0,
  queued: 0,
  submitted: 0,
  delivered: 0,
  read: 0,
  failed: 0,
  dropped: 0,
  unknown: 0,
  replied: 0,
  twice: 0,
  reasons: {},
  nextAt: null,
};

type Input = { campaignIds: readonly string[]; occurrence?: number };

/** Occurrence 0 is the campaign itself; its tests are the others. */
export async function campaignCounts(
  ctx: Ctx,
  { campaignIds, occurrence = 0 }: Input,
): Promise<Map<string, CampaignCounts>> {
  demand(ctx.actor, 'read');
  const { rows } = await ctx.tx.execute<CampaignCounts & { id: string }>(sql`
    with theirs as (
      select * from messages
      where campaign_id = any(${sql.param(campaignIds)}::uuid[]) and occurrence = ${occurrence}
    ),
    why as (
      select campaign_id, jsonb_object_agg(reason, n) as reasons from (
        select campaign_id, reason, count(*)::int as n from theirs
        where status in ('failed', 'dropped') and reason is not null group by 1, 2
      ) each group by 1
    ),
    answered as (
      select t.campaign_id, count(distinct t.contact_id)::int as n
      from theirs t join replies p on p.campaign_id = t.campaign_id and p.contact_id = t.contact_id group by 1
    )
    select t.campaign_id as id, count(*)::int as targeted,
      count(*) filter (where fallback > 0 and ${isReachedTwice(sql`t.id`)})::int as twice,
      count(*) filter (where status in ('queued', 'claimed'))::int as queued,
      count(*) filter (where status in ('submitted', 'delivered', 'read'))::int as submitted,
      count(*) filter (where status in ('delivered', 'read'))::int as delivered,
      count(*) filter (where status = 'read')::int as read,
      count(*) filter (where status = 'failed')::int as failed,
      count(*) filter (where status = 'dropped')::int as dropped,
      count(*) filter (where status = 'unknown')::int as unknown,
      coalesce(max(a.n), 0) as replied,
      coalesce((select reasons from why w where w.campaign_id = t.campaign_id), '{}') as reasons,
      to_char(nullif(min(greatest(planned_at, ${ctx.now})) filter (where status = 'queued'), ${ctx.now})
        at time zone 'UTC',
        'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "nextAt"
    from theirs t left join answered a on a.campaign_id = t.campaign_id
    group by t.campaign_id`);
  const found = new Map(rows.map(({ id, ...counts }) => [id, counts]));
  return new Map(campaignIds.map((id) => [id, found.get(id) ?? NONE]));
}
