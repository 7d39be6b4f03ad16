import { and, eq, isNull } from 'drizzle-orm';
import { messages, shelfMessages } from '../../db/schema/index.ts';
import { AppError } from '../../lib/errors.ts';
import { recordAudit } from '../audit/record.ts';
import { suppress } from '../consent/suppress.ts';
import { TASK_CHANNEL } from '../content/spoken/channels.ts';
import type { Ctx } from '../context.ts';
import { type Receipt, recordReceipt } from '../delivery/record-receipt.ts';
import { demand } from '../tenants/roles.ts';
import type { TaskOutcome } from './tasks.ts';

type Finished = { messageId: string; outcome: TaskOutcome; note?: string | undefined };

// Somebody who was not there is tried by their other channels, and not called again on the same day.
const COOL_DOWN_MS = 24 * 3_600_000;

const RECEIPTS: Record<TaskOutcome, Pick<Receipt, 'kind' | 'coolDownMs'>> = {
  reached: { kind: 'delivered' },
  not_reached: { kind: 'failed', coolDownMs: COOL_DOWN_MS },
  wrong_number: { kind: 'bounced' },
  no_more_calls: { kind: 'delivered' },
};

/**
 * What came of a call, once: the first who says so. Whoever wants no more of them is taken off everything. Throws
 * `message:unknown` where no such task is open.
 */
export async function finishTask(ctx: Ctx, { messageId, outcome, note }: Finished): Promise<void> {
  demand(ctx.actor, 'reply');
  const done = {
    outcome,
    note: note ?? null,
    doneBy: ctx.actor.kind === 'person' ? ctx.actor.userId : null,
    doneAt: ctx.now,
  };
  const [row] = await ctx.tx
    .update(shelfMessages)
    .set(done)
    .where(
      and(
        eq(shelfMessages.messageId, messageId),
        eq(shelfMessages.channel, TASK_CHANNEL),
        isNull(shelfMessages.doneAt),
      ),
    )
    .returning({ id: shelfMessages.id });
  if (!row)
    throw new AppError('message:unknown', 'There is no such open task.', {
      nextStep: 'Look at the list again: a colleague may have done it.',
    });
  await recordAudit(ctx, { action: 'task.done', subject: messageId, data: { outcome } });
  const externalId = `${TASK_CHANNEL}:${messageId}`;
  await recordReceipt(ctx, { messageId, externalId, at: ctx.now, detail: outcome, ...RECEIPTS[outcome] });
  if (outcome === 'no_more_calls') await takeOff(ctx, messageId);
}

async function takeOff(ctx: Ctx, messageId: string): Promise<void> {
  const [message] = await ctx.tx
    .select({ addressHash: messages.addressHash })
    .from(messages)
    .where(eq(messages.id, messageId));
  if (message) await suppress(ctx, { ...message, scope: 'all', reason: 'opted_out', source: 'person' });
}
