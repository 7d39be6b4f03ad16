import { sql } from 'drizzle-orm';
import { recordAudit } from '../audit/record.ts';
import { type Canary, canarySchema } from '../campaigns/draft.ts';
import type { Ctx } from '../context.ts';

type Tally = {
  id: string;
  canary: unknown;
  tried: number;
  /** Failed, bounced or complained about. */
  bad: number;
  /** Of which nobody knows yet how they ended. */
  open: number;
  waiting: number;
  /** Since the last of them was handed over, by the database's clock. */
  minutes: number | null;
};

/**
 * Campaigns that began with a few messages: once enough of those failed, the campaign is paused, with the reason, and a
 * person decides; once all of them went out, the wait is over and few enough failed, the rest goes.
 */
export async function judgeCanaries(ctx: Ctx): Promise<void> {
  const { rows } = await ctx.tx.execute<Tally>(sql`
    select c.id, c.canary, count(*) filter (where m.attempts > 0)::int as tried,
      count(*) filter (where m.attempts > 0 and (m.status = 'failed' or exists (
        select 1 from receipts r where r.message_id = m.id and r.kind = 'complained')))::int as bad,
      count(*) filter (where m.attempts > 0 and m.status in ('queued', 'claimed', 'unknown'))::int as open,
      count(*) filter (where m.attempts = 0 and m.status = 'queued')::int as waiting,
      (select extract(epoch from clock_timestamp() - max(t.ended_at))::float8 / 60
        from messages o join attempts t on t.message_id = o.id
        where o.campaign_id = c.id and o.occurrence = 0) as minutes
    from campaigns c join messages m on m.campaign_id = c.id and m.occurrence = 0
    where c.canary is not null and c.status in ('scheduled', 'sending')
    group by c.id`);
  for (const { canary, ...tally } of rows) await judge(ctx, { ...tally, canary: canarySchema.parse(canary) });
}

async function judge(ctx: Ctx, { id, canary, ...tally }: Omit<Tally, 'canary'> & { canary: Canary }) {
  const { tried, bad, open, waiting, minutes } = tally;
  const isOver = (count: number) => count * 100 > canary.maxFailedPercent * Math.min(canary.first, tried);
  const isWaited = minutes !== null && minutes >= canary.waitMinutes;
  const isAllOut = tried >= canary.first || waiting === 0;
  if (tried > 0 && (isOver(bad) || (isAllOut && isWaited && isOver(bad + open)))) {
    const reason = pauseReason({ tried, bad, open });
    await ctx.tx.execute(
      sql`update campaigns set status = 'paused', pause_reason = ${reason}, updated_at = ${ctx.now} where id = ${id}`,
    );
    await recordAudit(ctx, { action: 'campaign.canary_failed', subject: id, data: { tried, bad, open } });
  } else if (waiting === 0 || (isAllOut && isWaited)) {
    await ctx.tx.execute(sql`update campaigns set canary = null where id = ${id}`);
    await recordAudit(ctx, { action: 'campaign.canary_passed', subject: id, data: { tried, bad } });
  }
}

const pauseReason = ({ tried, bad, open }: Pick<Tally, 'tried' | 'bad' | 'open'>): string =>
  `Of the first ${tried} messages ${bad} failed or brought a complaint${open > 0 ? `, and nobody knows of ${open}` : ''}: the rest is held back. Resuming sends it.`;
