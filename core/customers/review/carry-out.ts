import { and, eq, sql } from 'drizzle-orm';
import { customers, type reviewItems } from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Ctx } from '../../context.ts';
import type { ChangeStep } from '../changes/change-step.ts';
import { mergeCustomers } from '../merge/merge-customers.ts';
import { applyFix } from './apply-fix.ts';
import type { ReviewDecision } from './decide-review.ts';
import type { DoneStep } from './done-step.ts';
import { findTwins } from './find-twin.ts';
import { splitNames } from './review-rules.ts';
import { splitCustomer } from './split-customer.ts';

type Item = typeof reviewItems.$inferSelect;
type Placed = Item & { customerId: string };

/** Does what was decided about open items, and answers what it did. Throws `review:invalid`, and what each thing throws. */
export async function carryOut(ctx: Ctx, input: ReviewDecision, items: readonly Item[]): Promise<DoneStep[]> {
  switch (input.decision) {
    case 'confirm':
      return activate(
        ctx,
        items.filter(({ isBlocking }) => isBlocking),
      );
    case 'discard':
      return discard(
        ctx,
        items.filter(({ isBlocking }) => isBlocking),
      );
    case 'merge':
      return mergeItems(ctx, items.map(placed), input.keptId);
    case 'split':
      return splitItems(ctx, items.map(placed), input.names);
    case 'fix':
      return fixItems(ctx, items.map(placed), input.steps);
  }
}

function placed(item: Item): Placed {
  if (item.customerId) return { ...item, customerId: item.customerId };
  throw invalid(item, 'belongs to no customer');
}

const invalid = ({ id, detail }: Item, why: string): AppError =>
  new AppError('review:invalid', `“${detail}” ${why}.`, {
    nextStep: 'Leave it out, or decide about it alone.',
    where: { id },
  });

/** Of each customer once: what its reasons say. */
function byCustomer(items: readonly Placed[]): { item: Placed; why: string }[] {
  return [...Map.groupBy(items, ({ customerId }) => customerId).values()].map((list) => ({
    item: list[0]!,
    why: [...new Set(list.map(({ detail }) => detail))].join(' ').slice(0, 900),
  }));
}

async function mergeItems(ctx: Ctx, items: readonly Placed[], keptId: string | undefined) {
  const steps: DoneStep[] = [];
  for (const { item, why } of byCustomer(items)) {
    const mergedId = item.customerId;
    // Asked anew each time: the one it was taken for may have gone into another a moment ago.
    const into = keptId ?? (await findTwins(ctx, [mergedId])).get(mergedId)?.id;
    if (!into) throw invalid(item, 'names no other customer that is there');
    if (into === mergedId) continue;
    const before = await statusOf(ctx, mergedId);
    steps.push({ do: 'merge', mergeId: await mergeCustomers(ctx, { keptId: into, mergedId, why }) });
    steps.push({ do: 'status', customerId: mergedId, before, after: 'merged' });
  }
  return steps;
}

async function splitItems(ctx: Ctx, items: readonly Placed[], names: string[] | undefined) {
  const steps: DoneStep[] = [];
  const [first, second] = byCustomer(items);
  if (names && second) throw invalid(first!.item, 'and another were given the same names');
  for (const { item, why } of byCustomer(items)) {
    const { customerId } = item;
    const [row] = await ctx.tx
      .select({ name: customers.name })
      .from(customers)
      .where(eq(customers.id, customerId));
    steps.push(...(await splitCustomer(ctx, { customerId, names: names ?? splitNames(row!.name), why })));
  }
  return [...steps, ...(await activate(ctx, items))];
}

async function fixItems(ctx: Ctx, items: readonly Placed[], given: ChangeStep[]) {
  const steps: DoneStep[] = [];
  for (const { item, why } of byCustomer(items))
    steps.push(await applyFix(ctx, { customerId: item.customerId, steps: given, why }));
  return [...steps, ...(await activate(ctx, items))];
}

const statusOf = async (ctx: Ctx, id: string): Promise<string> =>
  (await ctx.tx.select({ status: customers.status }).from(customers).where(eq(customers.id, id)))[0]!.status;

/** Those of them that nothing blocks any more. */
async function activate(ctx: Ctx, items: readonly Item[]): Promise<DoneStep[]> {
  const rows = await ctx.tx
    .update(customers)
    .set({ status: 'active', updatedAt: ctx.now })
    .where(
      and(
        sql`${customers.id} = any(${sql.param(ownersOf(items))}::uuid[])`,
        eq(customers.status, 'review'),
        sql`not exists (select 1 from review_items r
          where r.customer_id = ${customers.id} and r.is_blocking and r.status = 'open')`,
      ),
    )
    .returning({ id: customers.id });
  return rows.map(({ id }) => ({ do: 'status', customerId: id, before: 'review', after: 'active' }));
}

async function discard(ctx: Ctx, items: readonly Item[]): Promise<DoneStep[]> {
  const { rows } = await ctx.tx.execute<{ id: string; before: string }>(sql`
    update customers c set status = 'discarded', updated_at = ${ctx.now.toISOString()}::timestamptz
    from customers o where o.id = c.id and c.id = any(${sql.param(ownersOf(items))}::uuid[])
      and c.status in ('active', 'review')
    returning c.id, o.status as before`);
  return rows.map(({ id, before }) => ({ do: 'status', customerId: id, before, after: 'discarded' }));
}

const ownersOf = (items: readonly Item[]): string[] => [
  ...new Set(items.flatMap(({ customerId }) => customerId ?? [])),
];
