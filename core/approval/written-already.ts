import { and, eq, inArray, ne, or, sql } from 'drizzle-orm';
import { customers, messages } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import type { PlanPage } from './plan.ts';

/**
 * Takes out whoever an earlier version of the campaign has written to already: a message is sent at most once, so
 * approving one more would promise what cannot happen.
 */
export async function dropWritten(
  ctx: Ctx,
  { campaignId, page }: { campaignId: string; page: PlanPage },
): Promise<PlanPage> {
  const contactIds = page.composed.map(({ recipient }) => recipient.contactId);
  const rows = await ctx.tx
    .select({ contactId: messages.contactId })
    .from(messages)
    .where(
      and(
        eq(messages.campaignId, campaignId),
        eq(messages.occurrence, 0),
        sql`${messages.contactId} = any(${sql.param(contactIds)}::uuid[])`,
        or(ne(messages.status, 'dropped'), sql`${messages.reason} is distinct from 'superseded'`),
      ),
    );
  if (rows.length === 0) return page;
  const written = new Set(rows.map(({ contactId }) => contactId));
  const composed = page.composed.filter(({ recipient }) => !written.has(recipient.contactId));
  const left = new Set(composed.map(({ recipient }) => recipient.customerId));
  const gone = page.composed
    .map(({ recipient }) => recipient.customerId)
    .filter((customerId) => !left.has(customerId));
  return { ...page, composed, excluded: [...page.excluded, ...(await name(ctx, new Set(gone)))] };
}

async function name(ctx: Ctx, ids: ReadonlySet<string>): Promise<PlanPage['excluded']> {
  const rows = await ctx.tx
    .select({ id: customers.id, name: customers.name })
    .from(customers)
    .where(inArray(customers.id, [...ids]));
  return rows.map((row) => ({ ...row, reason: 'written to already by this campaign' }));
}
