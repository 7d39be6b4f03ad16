import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { isBroken } from '../../db/queries/breaker.ts';
import type { Ctx } from '../context.ts';
import { limitsLeft } from '../delivery/limits-left.ts';
import { demand } from '../tenants/roles.ts';

const count = z.int().nonnegative();

export const accountHealth = z.object({
  accountId: z.uuid(),
  /** Its last tries all failed for reasons of its own: it sends nothing but one try a minute. */
  isResting: z.boolean(),
  /** Of the last 24 hours: what the provider took, refused, put off, and what nobody can tell. */
  tries: z.object({ submitted: count, rejected: count, retry: count, unknown: count }),
  /** The newest answer that was no yes, while no yes came after it. */
  problem: z.string().nullable(),
  /** When the provider last took a message of a campaign, whenever that was. */
  lastTakenAt: z.iso.datetime().nullable(),
  /** The newest test message, and whether the provider took it; "begun" where nobody knows. */
  lastTest: z.object({ at: z.iso.datetime(), outcome: z.string() }).nullable(),
  windows: z.array(z.object({ perMs: z.number(), max: count, used: count, left: count })),
});
export type AccountHealth = z.infer<typeof accountHealth>;

type Row = Omit<AccountHealth, 'windows' | 'lastTakenAt' | 'lastTest'> & {
  lastTakenAt: Date | null;
  lastTest: { at: string; outcome: string } | null;
};

/** How every account does, by its own tries and the database's clock. Windows of enabled ones only. */
export async function readAccountHealth(ctx: Ctx): Promise<AccountHealth[]> {
  demand(ctx.actor, 'read');
  const { rows } = await ctx.tx.execute<Row>(sql`
    select a.id as "accountId", ${isBroken(sql`a`)} as "isResting",
      jsonb_build_object(
        'submitted', count(t.id) filter (where t.outcome = 'submitted'),
        'rejected', count(t.id) filter (where t.outcome = 'rejected'),
        'retry', count(t.id) filter (where t.outcome = 'retry'),
        'unknown', count(t.id) filter (where t.outcome = 'unknown')) as tries,
      (select case when l.outcome = 'submitted' then null else concat_ws(': ', l.code, l.detail) end
        from attempts l where l.account_id = a.id and l.ended_at is not null
        order by l.ended_at desc limit 1) as problem,
      (select y.ended_at from attempts y where y.account_id = a.id and y.outcome = 'submitted'
        and y.ended_at is not null order by y.ended_at desc limit 1) as "lastTakenAt",
      (select jsonb_build_object('at', e.at, 'outcome', coalesce(e.data ->> 'outcome', 'begun'))
        from audit_events e where e.subject = a.id::text
        and e.action in ('account.test_begun', 'account.tested') order by e.seq desc limit 1) as "lastTest"
    from channel_accounts a
    left join attempts t on t.account_id = a.id and t.started_at > clock_timestamp() - interval '24 hours'
    group by a.id order by a.channel, a.created_at, a.id`);
  const limits = new Map((await limitsLeft(ctx)).map((one) => [one.accountId, one.windows]));
  return rows.map(({ lastTakenAt, lastTest, ...row }) => ({
    ...row,
    lastTakenAt: lastTakenAt && new Date(lastTakenAt).toISOString(),
    lastTest: lastTest && { ...lastTest, at: new Date(lastTest.at).toISOString() },
    windows: limits.get(row.accountId) ?? [],
  }));
}
