import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';

const count = z.int().nonnegative();

export const customerCounts = z.object({
  active: count,
  inReview: count,
  units: count,
  contacts: count,
  /** Active customers with an address that can be used at all, before consent and suppression. */
  withAddress: count,
  /** Active customers by the latest end of a contract that was not cancelled. */
  contracts: z.object({ current: count, lapsed: count, unknown: count }),
});

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

export const statistics = z.object({
  customers: customerCounts,
  campaigns: z.record(z.string(), count),
  /** Real sends only, without tests. `submitted` includes what was delivered since, and `delivered` what was read. */
  messages: messageCounts,
});
export type Statistics = z.infer<typeof statistics>;

/** The workspace in numbers, counted from the rows each time. */
export async function readStatistics(ctx: Ctx): Promise<Statistics> {
  demand(ctx.actor, 'read');
  return {
    customers: await countCustomers(ctx),
    campaigns: await countCampaigns(ctx),
    messages: await countMessages(ctx),
  };
}

async function countCustomers(ctx: Ctx) {
  const { rows } = await ctx.tx.execute<Record<string, number>>(sql`
    with active as (
      select c.id, (select max(ends_on) from contracts k
        where k.customer_id = c.id and k.status <> 'cancelled') as ends_on
      from customers c where c.status = 'active')
    select
      (select count(*) from active)::int as active,
      (select count(*) from customers where status = 'review')::int as in_review,
      (select count(*) from units u join active a on a.id = u.customer_id)::int as units,
      (select count(*) from contacts p join active a on a.id = p.customer_id where p.left_at is null)::int as contacts,
      (select count(distinct p.customer_id) from contacts p join active a on a.id = p.customer_id
        join addresses d on d.contact_id = p.id where d.usable and p.left_at is null)::int as with_address,
      (select count(*) from active where ends_on >= ${ctx.today})::int as current,
      (select count(*) from active where ends_on < ${ctx.today})::int as lapsed,
      (select count(*) from active where ends_on is null)::int as unknown`);
  const { in_review, with_address, current, lapsed, unknown, ...counts } = rows[0]!;
  return customerCounts.parse({
    ...counts,
    inReview: in_review,
    withAddress: with_address,
    contracts: { current, lapsed, unknown },
  });
}

async function countCampaigns(ctx: Ctx): Promise<Record<string, number>> {
  const { rows } = await ctx.tx.execute<{ status: string; count: number }>(
    sql`select status, count(*)::int as count from campaigns where deleted_at is null group by status`,
  );
  return Object.fromEntries(rows.map((row) => [row.status, row.count]));
}

async function countMessages(ctx: Ctx) {
  const { rows } = await ctx.tx.execute<Record<string, number>>(sql`
    select
      count(*)::int as targeted,
      count(*) filter (where status in ('queued', 'claimed'))::int as queued,
      count(*) filter (where status in ('submitted', 'delivered', 'read'))::int as submitted,
      count(*) filter (where status in ('delivered', 'read'))::int as delivered,
      count(*) filter (where status = 'read')::int as read,
      count(*) filter (where status = 'failed')::int as failed,
      count(*) filter (where status = 'dropped')::int as dropped,
      count(*) filter (where status = 'unknown')::int as unknown,
      (select count(distinct message_id) from replies where message_id is not null)::int as replied
    from messages where occurrence = 0`);
  return messageCounts.parse(rows[0]);
}
