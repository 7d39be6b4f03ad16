import { and, desc, eq } from 'drizzle-orm';
import { customerChanges, customers } from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import { isId } from '../../../lib/ids.ts';
import type { Ctx } from '../../context.ts';
import { readFields } from '../../fields/registry.ts';
import type { ChangePart } from '../../parts.ts';
import { type Actor, can, demand, isRemote } from '../../tenants/roles.ts';
import { demandCustomer } from '../demand-customer.ts';
import { plannedSteps } from './change-step.ts';
import { describeStep } from './describe-step.ts';

export type ChangeRow = typeof customerChanges.$inferSelect;
type Query = {
  customerId?: string | undefined;
  status?: ChangeRow['status'] | undefined;
  limit?: number | undefined;
};

/** Proposed and decided changes as cards, the newest first. */
export async function listChanges(
  ctx: Ctx,
  { customerId, status, limit = 200 }: Query = {},
): Promise<ChangePart[]> {
  demand(ctx.actor, 'read');
  if (customerId) await demandCustomer(ctx, customerId);
  const rows = await ctx.tx
    .select({ change: customerChanges, name: customers.name })
    .from(customerChanges)
    .innerJoin(customers, eq(customers.id, customerChanges.customerId))
    .where(
      and(
        customerId ? eq(customerChanges.customerId, customerId) : undefined,
        status ? eq(customerChanges.status, status) : undefined,
      ),
    )
    .orderBy(desc(customerChanges.createdAt), desc(customerChanges.id))
    .limit(limit);
  const words = await wordsOf(ctx);
  return rows.map(({ change, name }) => toPart(ctx, { change, name, words }));
}

/** One change as a card; throws `change:unknown`. */
export async function changePart(ctx: Ctx, changeId: string): Promise<ChangePart> {
  demand(ctx.actor, 'read');
  const [row] = isId(changeId)
    ? await ctx.tx
        .select({ change: customerChanges, name: customers.name })
        .from(customerChanges)
        .innerJoin(customers, eq(customers.id, customerChanges.customerId))
        .where(eq(customerChanges.id, changeId))
    : [];
  if (!row) throw unknownChange();
  return toPart(ctx, { ...row, words: await wordsOf(ctx) });
}

export const unknownChange = (): AppError =>
  new AppError('change:unknown', 'There is no such proposed change.');

/** A signed-in person who may work on campaigns; never a script, never the system. */
export const mayConfirm = (actor: Actor): boolean =>
  actor.kind === 'person' && !isRemote(actor) && can(actor, 'draft');

const wordsOf = async (ctx: Ctx) => ({
  fields: await readFields(ctx),
  unit: ctx.tenant.settings.unit,
  currency: ctx.tenant.settings.currency,
});

type Found = { change: ChangeRow; name: string; words: Awaited<ReturnType<typeof wordsOf>> };

const toPart = (ctx: Ctx, { change, name, words }: Found): ChangePart => ({
  kind: 'change',
  id: change.id,
  customer: { id: change.customerId, name },
  status: change.status,
  steps: plannedSteps.parse(change.steps).map((step) => describeStep(step, words)),
  why: change.why,
  proposedBy: (change.proposedBy as Actor).name,
  proposedAt: change.createdAt.toISOString(),
  decidedBy: (change.decidedBy as Actor | null)?.name ?? null,
  decidedAt: change.decidedAt?.toISOString() ?? null,
  canDecide: change.status === 'proposed' && mayConfirm(ctx.actor),
  canUndo: change.status === 'confirmed' && change.done !== null && mayConfirm(ctx.actor),
});
