import { sql } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import type { SegmentOutcome, SegmentPerformance } from './segment.ts';
import { names } from './segment-uses.ts';

type Counted = Omit<SegmentOutcome, 'reachRate' | 'replyRate' | 'conversionRate'>;
type Row = Counted & { id: string; name: string; status: string };

/**
 * What became of the campaigns that went out to a segment: those whose frozen version named it in its filter, by
 * customers, tests left out. A customer whom several campaigns reached counts in each of them, and in the sum so often.
 */
export async function segmentPerformance(ctx: Ctx, segmentId: string): Promise<SegmentPerformance> {
  const { rows } = await ctx.tx.execute<Row>(sql`
    with used as (
      select distinct c.id, c.name, c.status, c.created_at from campaigns c
      join manifests f on f.campaign_id = c.id and f.occurrence = 0
      join campaign_versions v on v.campaign_id = c.id and v.version = f.version
      where ${names(sql`v.draft -> 'filter'`, segmentId)}
        and exists (select 1 from messages m where m.campaign_id = c.id and m.occurrence = 0)
    ),
    targeted as (
      select m.campaign_id, m.customer_id,
        bool_or(m.status in ('submitted', 'delivered', 'read')) as is_reached
      from messages m join used u on u.id = m.campaign_id where m.occurrence = 0 group by 1, 2
    ),
    answered as (
      select p.campaign_id, p.customer_id, bool_or(p.triage->>'intent' = 'accept') as is_yes
      from replies p join used u on u.id = p.campaign_id where p.customer_id is not null group by 1, 2
    ),
    ordered as (
      select distinct a.campaign_id, a.customer_id
      from activities a join used u on u.id = a.campaign_id where a.kind = 'order'
    )
    select u.id, u.name, u.status, count(*)::int as targeted,
      (count(*) filter (where is_reached))::int as reached,
      (count(*) filter (where is_reached and p.customer_id is not null))::int as replied,
      (count(*) filter (where is_reached and (coalesce(p.is_yes, false) or o.customer_id is not null)))::int as converted,
      (select count(*)::int from replies r where r.campaign_id = u.id and r.triaged_at is null) as unread
    from used u join targeted t on t.campaign_id = u.id
    left join answered p on p.campaign_id = t.campaign_id and p.customer_id = t.customer_id
    left join ordered o on o.campaign_id = t.campaign_id and o.customer_id = t.customer_id
    group by u.id, u.name, u.status, u.created_at order by u.created_at desc, u.id`);
  const sum = (key: keyof Counted) => rows.reduce((total, row) => total + row[key], 0);
  const all = {
    targeted: sum('targeted'),
    reached: sum('reached'),
    replied: sum('replied'),
    converted: sum('converted'),
    unread: sum('unread'),
  };
  return { ...withRates(all), campaigns: rows.map((row) => ({ ...row, ...withRates(row) })) };
}

const withRates = <T extends Counted>(row: T): T & SegmentOutcome => ({
  ...row,
  reachRate: share(row.reached, row.targeted),
  replyRate: share(row.replied, row.reached),
  conversionRate: share(row.converted, row.reached),
});

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
