import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { conversations, outcomes, replies } from '../../../db/schema/index.ts';
import { AppError } from '../../../lib/errors.ts';
import { isId } from '../../../lib/ids.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Ctx } from '../../context.ts';
import { demand } from '../../tenants/roles.ts';

export const OUTCOMES = ['renewed', 'declined', 'call_booked', 'solved'] as const;

export const outcomeInput = z.strictObject({
  kind: z.enum(OUTCOMES),
  /** In minor units of the currency; left out: not known. */
  valueMinor: z.int().nonnegative().optional(),
  currency: z.string().length(3).toUpperCase().optional(),
});
export type OutcomeInput = z.infer<typeof outcomeInput>;

/**
 * A person says what came of a reply; it counts once as a conversion of the campaign that was answered, and another
 * word of theirs replaces it. Triage proposes, and never confirms. Throws `reply:unknown`, `reply:state`,
 * `input:invalid` for a value without its currency, `auth:forbidden` for scripts.
 */
export async function confirmOutcome(
  ctx: Ctx,
  { replyId, ...outcome }: OutcomeInput & { replyId: string },
): Promise<void> {
  demand(ctx.actor, 'answer');
  const { kind, valueMinor = null } = outcome;
  const currency = outcome.currency ?? (valueMinor === null ? null : ctx.tenant.settings.currency);
  const [reply] = isId(replyId) ? await ctx.tx.select().from(replies).where(eq(replies.id, replyId)) : [];
  if (!reply) throw new AppError('reply:unknown', 'There is no such reply.');
  if (!reply.conversationId) throw new AppError('reply:state', 'This reply is in no conversation.');
  const said = {
    kind,
    valueMinor,
    currency,
    confirmedBy: ctx.actor.kind === 'person' ? ctx.actor.userId : '',
    confirmedAt: ctx.now,
  };
  const { conversationId, campaignId, customerId } = reply;
  await ctx.tx
    .insert(outcomes)
    .values({ tenantId: ctx.tenant.id, replyId, conversationId, campaignId, customerId, ...said })
    .onConflictDoUpdate({ target: [outcomes.tenantId, outcomes.replyId], set: said });
  await recordAudit(ctx, {
    action: 'outcome.confirmed',
    subject: replyId,
    data: { kind, valueMinor, currency, contractId: await contractOf(ctx, conversationId) },
  });
}

/** The contract that the conversation is about: what came of it is kept in the log with that. */
async function contractOf(ctx: Ctx, conversationId: string): Promise<string | null> {
  const [row] = await ctx.tx
    .select({ contractId: conversations.contractId })
    .from(conversations)
    .where(eq(conversations.id, conversationId));
  return row?.contractId ?? null;
}
