import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { campaigns, campaignVersions } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import type { CampaignStatus } from './draft.ts';
import type { CampaignRow } from './read-campaign.ts';

export type CampaignQuery = {
  status?: CampaignStatus | undefined;
  /** A part of the name. */
  search?: string | undefined;
  /** Those that go out, or went, from this instant on, and before `until`; a draft without a time is in neither. */
  from?: string | undefined;
  until?: string | undefined;
  /** The id of the last one before. */
  after?: string | undefined;
  limit?: number;
};

/** `sendsAt`: the first planned moment of what was approved, else the time that the draft names, else null. */
export type ListedCampaign = CampaignRow & { sendsAt: Date | null };

/** Newest first; at most `limit` (200 unless told). */
export async function listCampaigns(ctx: Ctx, query: CampaignQuery = {}): Promise<ListedCampaign[]> {
  demand(ctx.actor, 'read');
  const rows = await ctx.tx
    .select({
      campaign: campaigns,
      sendsAt: sql<number | null>`(extract(epoch from ${sendsAt(ctx)}) * 1000)::float8`,
    })
    .from(campaigns)
    .innerJoin(
      campaignVersions,
      and(eq(campaignVersions.campaignId, campaigns.id), eq(campaignVersions.version, campaigns.version)),
    )
    .where(and(isNull(campaigns.deletedAt), eq(campaigns.isAnswer, false), ...conditions(ctx, query)))
    .orderBy(desc(campaigns.createdAt), desc(campaigns.id))
    .limit(query.limit ?? 200);
  return rows.map((row) => ({
    ...row.campaign,
    sendsAt: row.sendsAt === null ? null : new Date(row.sendsAt),
  }));
}

const sendsAt = ({ tenant }: Ctx): SQL => {
  const schedule = sql`${campaignVersions.draft} -> 'schedule'`;
  return sql`coalesce(
    (select min(m.planned_at) from messages m where m.campaign_id = ${campaigns.id} and m.occurrence = 0),
    (${schedule} ->> 'at')::timestamptz,
    ((${schedule} ->> 'date') || ' ' || (${schedule} ->> 'time'))::timestamp at time zone ${tenant.settings.timeZone})`;
};

function conditions(ctx: Ctx, { status, search, from, until, after }: CampaignQuery): SQL[] {
  return [
    status && eq(campaigns.status, status),
    search && sql`strpos(lower(${campaigns.name}), lower(${search})) > 0`,
    from && sql`${sendsAt(ctx)} >= ${from}`,
    until && sql`${sendsAt(ctx)} < ${until}`,
    after &&
      sql`(${campaigns.createdAt}, ${campaigns.id}) < (select c.created_at, c.id from campaigns c where c.id = ${after})`,
  ].filter((condition) => typeof condition === 'object');
}
