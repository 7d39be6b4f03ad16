import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Ctx } from '../../context.ts';
import { demand } from '../../tenants/roles.ts';
import { countedOutcomes } from './counted-outcomes.ts';

const count = z.int().nonnegative();
export const deskFigures = z.object({
  open: count,
  waiting: count,
  /** Of those that wait, how many do so for longer than a day. */
  waitingOverADay: count,
  urgent: count,
  /** Where nothing goes out until somebody has said whether they asked for no more messages. */
  inDoubt: count,
  /** Of the last 30 days: minutes from the first unanswered message to the answer; null when none was answered. */
  medianMinutesToAnswer: z.number().nullable(),
  outcomes: z.array(
    z.object({ kind: z.string(), count, valueMinor: z.number().nullable(), currency: z.string().nullable() }),
  ),
});
export type DeskFigures = z.infer<typeof deskFigures>;

type Row = Omit<DeskFigures, 'outcomes'>;

/** How the desk stands: numbers only. Values are summed by currency; what is not known is not zero. */
export async function readDeskFigures(ctx: Ctx): Promise<DeskFigures> {
  demand(ctx.actor, 'read');
  const { rows } = await ctx.tx.execute<Row>(sql`
    with mine as (
      select c.*, exists (
        select 1 from replies r where r.conversation_id = c.id and r.status = 'open'
          and r.triage ->> 'urgency' = 'high' and c.waiting_since is not null) as is_urgent,
        exists (select 1 from replies r where r.conversation_id = c.id and r.doubt = 'open') as is_in_doubt
      from conversations c
      where c.status = 'open' and (c.snoozed_until is null or c.snoozed_until <= ${ctx.now})
    )
    select count(*)::int as open, count(waiting_since)::int as waiting,
      count(*) filter (where waiting_since < ${ctx.now}::timestamptz - interval '1 day')::int as "waitingOverADay",
      count(*) filter (where is_urgent)::int as urgent,
      count(*) filter (where is_in_doubt)::int as "inDoubt",
      (select percentile_cont(0.5) within group (
          order by extract(epoch from a.created_at - r.received_at) / 60)::float8
        from answers a join replies r on r.id = a.reply_id join approvals p on p.id = a.approval_id and p.standing_id is null
        where p.status = 'approved' and a.created_at > ${ctx.now}::timestamptz - interval '30 days'
      ) as "medianMinutesToAnswer"
    from mine`);
  const found = await ctx.tx.execute<DeskFigures['outcomes'][number]>(sql`
    select kind, count(*)::int as count, sum(value_minor)::float8 as "valueMinor", currency
    from ${countedOutcomes(sql`confirmed_at > ${ctx.now}::timestamptz - interval '30 days'`)} said
    group by kind, currency order by kind, currency nulls last`);
  return { ...rows[0]!, outcomes: found.rows };
}
