import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { customerChanges } from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import { isId } from '../../../lib/ids.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Ctx } from '../../context.ts';
import { demandSignedIn } from '../../tenants/demand-signed-in.ts';
import { type Actor, demand } from '../../tenants/roles.ts';
import { applyStep } from './apply-step.ts';
import { type ChangeRow, mayConfirm, unknownChange } from './change-part.ts';
import { plannedSteps } from './change-step.ts';
import { lockCustomer } from './customer-record.ts';
import { flatValues, type ValueChange, valueChanges } from './customer-values.ts';

export const changeDecision = z.strictObject({ decision: z.enum(['confirm', 'reject']) });
type Decision = z.infer<typeof changeDecision> & { changeId: string };

/**
 * A person's decision about a proposed change: all of it, once. Confirming writes the values as that person's own.
 * Throws `auth:forbidden` for scripts and the system, `change:unknown`, `change:decided`, and `change:stale` when the
 * customer is not as it was.
 */
export async function decideChange(ctx: Ctx, { changeId, decision }: Decision): Promise<void> {
  demand(ctx.actor, 'draft');
  demandSignedIn(ctx.actor);
  if (!mayConfirm(ctx.actor))
    throw new AppError('auth:forbidden', 'Only a person decides about a change of a customer.');
  const change = await lockChange(ctx, changeId);
  const status = decision === 'confirm' ? 'confirmed' : 'rejected';
  let done: ValueChange[] | null = null;
  if (decision === 'confirm') {
    const record = await lockCustomer(ctx, change.customerId);
    const before = flatValues(record);
    for (const step of plannedSteps.parse(change.steps))
      await applyStep(ctx, step, { record, why: change.why, changeId });
    done = valueChanges(before, flatValues(await lockCustomer(ctx, change.customerId)));
  }
  await ctx.tx
    .update(customerChanges)
    .set({ status, decidedBy: ctx.actor, decidedAt: ctx.now, done })
    .where(eq(customerChanges.id, changeId));
  await recordAudit(ctx, { action: `change.${decision}`, subject: change.customerId, data: { changeId } });
}

async function lockChange(ctx: Ctx, changeId: string): Promise<ChangeRow> {
  const [change] = isId(changeId)
    ? await ctx.tx.select().from(customerChanges).where(eq(customerChanges.id, changeId)).for('update')
    : [];
  if (!change) throw unknownChange();
  if (change.status === 'proposed') return change;
  const who = (change.decidedBy as Actor | null)?.name ?? 'somebody';
  throw new AppError('change:decided', `This change was ${change.status} by ${who} already.`, {
    where: { status: change.status },
  });
}
