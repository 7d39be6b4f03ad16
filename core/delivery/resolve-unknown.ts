import { and, eq, sql } from 'drizzle-orm';
import { giveBack } from '../../db/queries/record-results.ts';
import { attempts, campaigns, messages } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { isId } from '../../lib/ids.ts';
import { recordAudit } from '../audit/record.ts';
import type { Ctx } from '../context.ts';
import { demand } from '../tenants/roles.ts';
import { monthOf } from './month-of.ts';

export type Resolution = { messageId: string; decision: 'sent' | 'resend' | 'abandon' };

/**
 * A person says what became of a message nobody can tell of: it went out, it shall be sent again (under the same
 * approval, and through the same checks), or it is given up. Refuses `message:unknown`, and `message:state` when it is
 * not unknown (any more).
 */
export async function resolveUnknown(ctx: Ctx, { messageId, decision }: Resolution): Promise<void> {
  demand(ctx.actor, 'control');
  const [row] = isId(messageId)
    ? await ctx.tx
        .select({ message: messages, campaign: campaigns.status })
        .from(messages)
        .innerJoin(campaigns, eq(campaigns.id, messages.campaignId))
        .where(eq(messages.id, messageId))
    : [];
  if (!row) throw new AppError('message:unknown', 'There is no such message.', { where: { messageId } });
  if (decision === 'resend' && row.campaign === 'stopped') {
    throw new AppError('campaign:state', 'The campaign was stopped: nothing of it is sent again.', {
      nextStep: 'Say that it was sent, or give it up.',
      where: { messageId },
    });
  }
  const changed = await ctx.tx
    .update(messages)
    .set({ ...OUTCOMES[decision], detail: null, retryAt: null, updatedAt: sql`clock_timestamp()` })
    .where(and(eq(messages.id, messageId), eq(messages.status, 'unknown')))
    .returning({ id: messages.id, number: messages.attempts });
  const [message] = changed;
  if (!message) {
    throw new AppError('message:state', `This message is ${row.message.status}, not unknown.`, {
      where: { messageId, status: row.message.status },
    });
  }
  await closeAttempt(ctx, { messageId, number: message.number, decision });
  await recordAudit(ctx, { action: 'message.resolved', subject: messageId, data: { decision } });
}

const OUTCOMES = {
  sent: { status: 'submitted', reason: null },
  resend: { status: 'queued', reason: null },
  abandon: { status: 'failed', reason: 'abandoned' },
} as const;

type Closing = { messageId: string; number: number; decision: Resolution['decision'] };

async function closeAttempt(ctx: Ctx, { messageId, number, decision }: Closing): Promise<void> {
  const outcome = { sent: 'submitted', resend: 'retry', abandon: 'rejected' } as const;
  const closed = await ctx.tx
    .update(attempts)
    .set({ outcome: outcome[decision], code: 'resolved', endedAt: sql`clock_timestamp()` })
    .where(and(eq(attempts.messageId, messageId), eq(attempts.number, number)))
    .returning({ id: attempts.id });
  const [attempt] = closed;
  if (!attempt) return;
  // What never arrived cost nothing.
  const own = sql`(select * from attempts where id = ${attempt.id})`;
  await ctx.tx.execute(giveBack(own, monthOf(ctx)));
}
