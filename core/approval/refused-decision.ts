import { AppError } from '../../lib/errors.ts';
import { joinWords } from '../../lib/text.ts';
import type { Ctx } from '../context.ts';
import type { ApprovalRow } from './find-approval.ts';
import { isBarred, mayDecide, rightFor } from './may-decide.ts';
import { approvalPolicy } from './policy.ts';
import { stagesOf } from './stages.ts';

type Refused = { row: ApprovalRow; digest: string };

/** Why the compare-and-set of a decision found nothing to set. */
export async function explainRefusal(ctx: Ctx, { row, digest }: Refused): Promise<AppError> {
  const where = { approvalId: row.id, status: row.status };
  if (row.digest !== digest) {
    return new AppError('approval:stale', 'This decision is on something else than what is asked now.', {
      nextStep: 'Look at the approval again and decide on what it shows.',
      where,
    });
  }
  if (row.status === 'approved' || row.status === 'rejected') {
    return new AppError('approval:decided', `This was ${row.status} already.`, { where });
  }
  if (row.status === 'voided' && (await rightFor(ctx, row)) === 'answer') {
    return new AppError('approval:stale', 'Another answer to them took the place of this one.', {
      nextStep: 'Decide about the newer one, or answer again.',
      where,
    });
  }
  if (row.status === 'voided') {
    return new AppError('approval:stale', 'The campaign was changed after this approval was asked for.', {
      nextStep: 'Ask for the approval of the campaign as it is now.',
      where,
    });
  }
  if (row.status === 'expired' || row.expiresAt <= ctx.now) {
    return new AppError('approval:expired', `Nobody decided before ${row.expiresAt.toISOString()}.`, {
      nextStep: 'Ask for the approval again.',
      where,
    });
  }
  if (!(await mayDecide(ctx, row))) return forbidden(ctx, row);
  return new AppError('approval:stale', 'The campaign is not what this approval was asked for any more.', {
    nextStep: 'Ask for the approval of the campaign as it is now.',
    where,
  });
}

function forbidden(ctx: Ctx, row: ApprovalRow): AppError {
  const policy = approvalPolicy.parse(row.policy);
  const where = { approvalId: row.id };
  if (ctx.actor.kind === 'person' && isBarred(policy, ctx.actor)) {
    return new AppError(
      'approval:forbidden',
      `A second person decides, because ${policy.secondPerson}: not who asked, nor who wrote it.`,
      { nextStep: 'Ask another approver or admin.', where },
    );
  }
  const stages = stagesOf(policy);
  const stage = stages[Math.min(row.stage, stages.length - 1)]!;
  const who = `${joinWords(stage.roles, 'or')}${stage.people.length > 0 ? ', of those named' : ''}`;
  const how = stages.length > 1 ? ` (${stage.name}), each stage by somebody else` : '';
  return new AppError('approval:forbidden', `In this workspace this is decided by: ${who}${how}.`, {
    nextStep: 'Ask one of them.',
    where,
  });
}
