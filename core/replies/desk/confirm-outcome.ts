import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { outcomes, replies } from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import { isId } from '../../../lib/ids.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Ctx } from '../../context.ts';
import { demand } from '../../tenants/roles.ts';
import { type ContractWorth, contractWorth } from './contract-worth.ts';

export const OUTCOMES = ['renewed', 'declined', 'call_booked', 'solved'] as const;

export const outcomeInput = z.strictObject({
  kind: z.enum(OUTCOMES),
  /** In minor units of the currency; left out: of a renewal what its contract comes to, else not known. */
  valueMinor: z.int().nonnegative().optional(),
  currency: z.string().length(3).toUpperCase().optional(),
});
export type OutcomeInput = z.infer<typeof outcomeInput>;

/**
 * A person says what came of a reply; it counts once as a conversion of the campaign that was answered, and another
 * word of theirs replaces it. A renewal of which no value was said counts what the conversation's contract comes to.
 * Triage proposes, and never confirms. Throws `reply:unknown`, `reply:state`, `auth:forbidden` for scripts.
 */
export async function confirmOutcome(
  ctx: Ctx,
  { replyId, ...outcome }: OutcomeInput & { replyId: string },
): Promise<void> {
  demand(ctx.actor, 'answer');
  const [reply] = isId(replyId) ? await ctx.tx.select().from(replies).where(eq(replies.id, replyId)) : [];
  if (!reply) throw new AppError('reply:unknown', 'There is no such reply.');
  if (!reply.conversationId) throw new AppError('reply:state', 'This reply is in no conversation.');
  const { conversationId, campaignId, customerId } = reply;
  const contract = await contractWorth(ctx, conversationId);
  const said = {
    kind: outcome.kind,
    ...worthOf(ctx, { outcome, contract }),
    contractId: contract?.contractId ?? null,
    confirmedBy: ctx.actor.kind === 'person' ? ctx.actor.userId : '',
    confirmedAt: ctx.now,
  };
  await ctx.tx
    .insert(outcomes)
    .values({ tenantId: ctx.tenant.id, replyId, conversationId, campaignId, customerId, ...said })
    .onConflictDoUpdate({ target: [outcomes.tenantId, outcomes.replyId], set: said });
  const { kind, valueMinor, currency, contractId } = said;
  await recordAudit(ctx, {
    action: 'outcome.confirmed',
    subject: replyId,
    data: { kind, valueMinor, currency, contractId },
  });
}

/** What the person said, or else what the contract that was renewed comes to. */
function worthOf(
  ctx: Ctx,
  { outcome, contract }: { outcome: OutcomeInput; contract: ContractWorth | null },
): { valueMinor: number | null; currency: string | null } {
  const { kind, valueMinor, currency } = outcome;
  if (valueMinor !== undefined) return { valueMinor, currency: currency ?? ctx.tenant.settings.currency };
  if (kind !== 'renewed' || !contract) return { valueMinor: null, currency: null };
  return { valueMinor: contract.valueMinor, currency: contract.currency };
}
