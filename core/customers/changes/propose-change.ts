import { customerChanges } from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import { newId } from '../../../lib/ids.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Ctx } from '../../context.ts';
import { demand } from '../../tenants/roles.ts';
import { type ChangeInput, changeInput } from './change-step.ts';
import { lockCustomer } from './customer-record.ts';
import { planSteps } from './plan-steps.ts';

type Proposal = ChangeInput & { customerId: string; threadId?: string | undefined };

/**
 * Keeps what somebody wants to change about a customer until a person decides; nothing of the customer changes here.
 * Answers the change's id. Throws `customer:unknown`, `input:invalid`, and what `planSteps` throws.
 */
export async function proposeChange(ctx: Ctx, { customerId, threadId, ...given }: Proposal): Promise<string> {
  demand(ctx.actor, 'draft');
  const parsed = changeInput.safeParse(given);
  if (!parsed.success || JSON.stringify(given).includes('\\u0000'))
    throw new AppError('input:invalid', 'The change is not of a form that can be kept.', {
      where: { path: parsed.error?.issues[0]?.path.join('.') ?? '' },
    });
  const record = await lockCustomer(ctx, customerId);
  const steps = await planSteps(ctx, { steps: parsed.data.steps, record });
  const id = newId();
  await ctx.tx.insert(customerChanges).values({
    ...{ id, tenantId: ctx.tenant.id, customerId, steps, why: parsed.data.why },
    ...{ threadId: threadId ?? null, proposedBy: ctx.actor, createdAt: ctx.now },
  });
  await recordAudit(ctx, { action: 'change.propose', subject: customerId, data: { changeId: id } });
  return id;
}
