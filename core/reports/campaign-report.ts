import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { readCampaign } from '../campaigns/read-campaign.ts';
import type { Ctx } from '../context.ts';
import { readSpend, spendRow } from '../delivery/read-spend.ts';
import { DROP_REASONS, FAIL_REASONS } from '../delivery/status.ts';
import { countedOutcomes } from '../replies/desk/counted-outcomes.ts';
import { surveyScore } from '../statistics/net-promoter-score.ts';
import { readSurveyScore } from '../statistics/read-survey-score.ts';
import { demand } from '../tenants/roles.ts';
import { reportTimes, timeLine } from './report-times.ts';
import { reportVariants, variantReport } from './report-variants.ts';

const count = z.int().nonnegative();

/** As in core/delivery/campaign-counts.ts: `submitted` has the delivered ones, and those the read ones. */
export const funnel = z.object({
  targeted: count,
  submitted: count,
  delivered: count,
  read: count,
  /** Contacts who answered at least once. */
  replied: count,
  failed: count,
  dropped: count,
  unknown: count,
});
export type Funnel = z.infer<typeof funnel>;

/** What a report can be looked at by: of the message, or of the customer as they are today. */
export const REPORT_SPLITS = ['channel', 'brand', 'country', 'type'] as const;
export type ReportSplit = (typeof REPORT_SPLITS)[number];

const part = funnel.extend({
  /** Null where the customer has none. */
  value: z.string().nullable(),
});

export const campaignReport = z.object({
  campaignId: z.uuid(),
  campaign: z.string(),
  total: funnel,
  /** The largest first. */
  by: z.object({
    channel: z.array(part),
    brand: z.array(part),
    country: z.array(part),
    type: z.array(part),
  }),
  /** Beside each other; null where everybody got the same wording. */
  variants: variantReport.nullable(),
  /** Why messages did not arrive, the most frequent first. */
  reasons: z.array(
    z.object({ status: z.enum(['failed', 'dropped']), reason: z.string(), words: z.string(), count }),
  ),
  /** What the answers want, as they were read (core/replies/triage.ts); null: not read yet. */
  answers: z.array(z.object({ intent: z.string().nullable(), count })),
  /** Of a campaign whose type asks for a score; null for another. */
  survey: surveyScore.nullable(),
  /** What came of the answers, as people confirmed, codes redeemed, and orders told (converted); null: no value was said. */
  outcomes: z.array(
    z.object({ kind: z.string(), count, valueMinor: z.number().nullable(), currency: z.string().nullable() }),
  ),
  /** What its messages cost, its tests among them, by channel and currency. */
  spend: z.array(spendRow.pick({ channel: true, messages: true, minor: true, currency: true })),
  times: timeLine,
});
export type CampaignReport = z.infer<typeof campaignReport>;

/** What became of a campaign, tests left out; `campaign:unknown` for one that there is not. */
export async function reportCampaign(ctx: Ctx, campaignId: string): Promise<CampaignReport> {
  demand(ctx.actor, 'read');
  const { name, type } = await readCampaign(ctx, campaignId);
  const { total, by } = await countSplits(ctx, campaignId);
  return {
    campaignId,
    campaign: name,
    total,
    by,
    variants: await reportVariants(ctx, campaignId),
    reasons: await countReasons(ctx, campaignId),
    answers: await countAnswers(ctx, campaignId),
    survey: await readSurveyScore(ctx, { id: campaignId, type }),
    outcomes: await countOutcomes(ctx, campaignId),
    spend: (await readSpend(ctx, { campaignId })).map(({ channel, messages, minor, currency }) => ({
      ...{ channel, messages, minor, currency },
    })),
    times: await reportTimes(ctx, campaignId),
  };
}

type SplitRow = Funnel & Record<ReportSplit, string | null> & { split: ReportSplit | null };

const NOBODY: Funnel = {
  targeted: 0,
  submitted: 0,
  delivered: 0,
  read: 0,
  replied: 0,
  failed: 0,
  dropped: 0,
  unknown: 0,
};

/** All splits in one pass over the campaign's messages. */
async function countSplits(ctx: Ctx, campaignId: string): Promise<Pick<CampaignReport, 'total' | 'by'>> {
  const { rows } = await ctx.tx.execute<SplitRow>(sql`
    with answered as (
      select distinct contact_id from replies where campaign_id = ${campaignId} and contact_id is not null
    ),
    theirs as (
      select m.status, m.channel, b.name as brand, c.country, c.type, a.contact_id as answered_by
      from messages m
      join customers c on c.id = m.customer_id
      left join brands b on b.id = c.brand_id
      left join answered a on a.contact_id = m.contact_id
      where m.campaign_id = ${campaignId} and m.occurrence = 0
    )
    select
      case when grouping(channel) = 0 then 'channel' when grouping(brand) = 0 then 'brand'
        when grouping(country) = 0 then 'country' when grouping(type) = 0 then 'type' end as split,
      channel, brand, country, type,
      count(*)::int as targeted,
      count(*) filter (where status in ('submitted', 'delivered', 'read'))::int as submitted,
      count(*) filter (where status in ('delivered', 'read'))::int as delivered,
      count(*) filter (where status = 'read')::int as read,
      count(distinct answered_by)::int as replied,
      count(*) filter (where status = 'failed')::int as failed,
      count(*) filter (where status = 'dropped')::int as dropped,
      count(*) filter (where status = 'unknown')::int as unknown
    from theirs
    group by grouping sets ((), (channel), (brand), (country), (type))
    order by targeted desc, channel, brand, country, type`);
  const bySplit = (split: ReportSplit) =>
    rows.filter((row) => row.split === split).map((row) => ({ ...funnel.parse(row), value: row[split] }));
  const total = rows.find(({ split }) => split === null);
  return {
    total: total ? funnel.parse(total) : NOBODY,
    by: {
      channel: bySplit('channel'),
      brand: bySplit('brand'),
      country: bySplit('country'),
      type: bySplit('type'),
    },
  };
}

async function countReasons(ctx: Ctx, campaignId: string): Promise<CampaignReport['reasons']> {
  type Row = { status: 'failed' | 'dropped'; reason: string; count: number };
  const { rows } = await ctx.tx.execute<Row>(sql`
    select status, coalesce(reason, '') as reason, count(*)::int as count from messages
    where campaign_id = ${campaignId} and occurrence = 0 and status in ('failed', 'dropped')
    group by 1, 2 order by 3 desc, 1, 2`);
  return rows.map((row) => ({ ...row, words: reasonWords(row.status, row.reason) }));
}

/** Why a message did not arrive, in words. */
export function reasonWords(status: 'failed' | 'dropped', reason: string): string {
  const words: Record<string, string> = status === 'failed' ? FAIL_REASONS : DROP_REASONS;
  return words[reason] ?? (reason || 'nobody said why');
}

async function countAnswers(ctx: Ctx, campaignId: string): Promise<CampaignReport['answers']> {
  const { rows } = await ctx.tx.execute<CampaignReport['answers'][number]>(sql`
    select triage ->> 'intent' as intent, count(*)::int as count from replies
    where campaign_id = ${campaignId} group by 1 order by 2 desc, 1`);
  return rows;
}

async function countOutcomes(ctx: Ctx, campaignId: string): Promise<CampaignReport['outcomes']> {
  const { rows } = await ctx.tx.execute<CampaignReport['outcomes'][number]>(sql`
    select kind, count(*)::int as count, sum(value_minor)::float8 as "valueMinor", currency
    from (
      select kind, value_minor, currency from ${countedOutcomes(sql`campaign_id = ${campaignId}`)} said
      union all
      select 'redeemed', order_minor, currency from offer_codes
      where campaign_id = ${campaignId} and redeemed_at is not null
      union all
      select 'converted', value_minor, currency from conversions where campaign_id = ${campaignId}) came
    group by kind, currency order by 2 desc, 1, currency nulls last`);
  return rows;
}
