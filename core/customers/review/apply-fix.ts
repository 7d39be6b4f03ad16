import { eq, inArray } from 'drizzle-orm';
import { customers } from '../../../db/schema/index.ts';
import type { Ctx } from '../../context.ts';
import type { ChangeStep } from '../changes/change-step.ts';
import { lockCustomer } from '../changes/customer-record.ts';
import { flatValues, valueChanges } from '../changes/customer-values.ts';
import { decideChange } from '../changes/decide-change.ts';
import { proposeChange } from '../changes/propose-change.ts';
import { mergeValues } from '../import/merge-values.ts';
import { prepareValues } from '../import/prepare-values.ts';
import { readContext } from '../import/read-context.ts';
import type { DoneStep } from './done-step.ts';

export type Fix = { customerId: string; steps: ChangeStep[]; why: string };

/**
 * Writes values as the person's own, as any other change of a customer: into the history, and safe from imports. What
 * a new name lets us infer comes with it. Answers what is needed to undo it.
 */
export async function applyFix(ctx: Ctx, { customerId, steps, why }: Fix): Promise<DoneStep> {
  const before = flatValues(await lockCustomer(ctx, customerId));
  const changeId = await proposeChange(ctx, { customerId, steps, why });
  await decideChange(ctx, { changeId, decision: 'confirm' });
  if (steps.some((step) => step.do === 'set' && step.field === 'name'))
    await inferFromName(ctx, [customerId]);
  const after = flatValues(await lockCustomer(ctx, customerId));
  return { do: 'values', customerId, changeId, changed: valueChanges(before, after) };
}

/** Brand and place from the names of customers, as an import would; nothing that they say is replaced. */
export async function inferFromName(ctx: Ctx, customerIds: readonly string[]): Promise<void> {
  const context = await readContext(ctx, undefined);
  const rows = await ctx.tx
    .select()
    .from(customers)
    .where(inArray(customers.id, [...customerIds]));
  for (const row of rows) {
    const record = { file: '', line: 0, text: '', name: row.name, fields: [], contacts: [], notes: [] };
    const fresh = prepareValues({ record, cells: new Map(), context, mayInfer: true });
    await ctx.tx.update(customers).set(mergeValues(fresh, row)).where(eq(customers.id, row.id));
  }
}
