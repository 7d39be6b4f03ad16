import { decideApproval } from '../../approval/decide-approval.ts';
import type { Ctx } from '../../context.ts';
import { demand } from '../../tenants/roles.ts';
import type { FrozenAnswer } from './freeze-answer.ts';
import { type AnswerInput, proposeAnswer } from './propose-answer.ts';

/**
 * A person answers: what they wrote goes out as it stands, through the channel and to the address that the message came
 * from, under their own approval of exactly that. Throws what `proposeAnswer` throws.
 */
export async function answerReply(ctx: Ctx, input: AnswerInput): Promise<FrozenAnswer> {
  demand(ctx.actor, 'answer');
  const frozen = await proposeAnswer(ctx, input);
  await decideApproval(ctx, { ...frozen, decision: 'approve' });
  return frozen;
}
