import { and, eq, inArray } from 'drizzle-orm';
import { customers, messages } from '../../db/schema/index.ts';
import type { Ctx } from '../context.ts';
import type { Plan } from './plan.ts';

/**
 * Takes out whoever an earlier version of the campaign has written to already: a message is sent at most once, so
 * approving one more would promise what cannot happen.
 */
export async function dropWritten(
  ctx: Ctx,
  { campaignId, plan }: { campaignId: string; plan: Plan },
): Promise<Plan> {
  const rows = await ctx.tx
    .select({ contactId: messages.contactId, status: messages.status, reason: messages.reason })
    .from(messages)
    .where(and(eq(messages.campaignId, campaignId), eq(messages.occurrence, 0)));
  const written = new Set(
    rows
      .filter(({ status, reason }) => status !== 'dropped' || reason !== 'superseded')
      .map(({ contactId }) => contactId),
  );
  if (written.size === 0) return plan;
  const composed = plan.composed.filter(({ recipient }) => !written.has(recipient.contactId));
  const left = new Set(composed.map(({ recipient }) => recipient.customerId));
  const gone = plan.composed
    .map(({ recipient }) => recipient.customerId)
    .filter((customerId) => !left.has(customerId));
  return { ...plan, composed, excluded: [...plan.excluded, ...(await name(ctx, new Set(gone)))] };
}

async function name(ctx: Ctx, ids: ReadonlySet<string>): Promise<Plan['excluded']> {
  const rows = await ctx.tx
    .select({ id: customers.id, name: customers.name })
    .from(customers)
    .where(inArray(customers.id, [...ids]));
  return rows.map((row) => ({ ...row, reason: 'written to already by this campaign' }));
}
