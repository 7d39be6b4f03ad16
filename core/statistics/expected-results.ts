import type { Ctx } from '../context.ts';
import type { PlanPart } from '../parts.ts';
import { expectedOf, readMessageHistory } from './message-history.ts';

/** What may come of so many messages by channel, as the last year's say (`message-history.ts`). */
export async function expectedResults(
  ctx: Ctx,
  recipients: Readonly<Record<string, number>>,
): Promise<PlanPart['expected']> {
  const history = await readMessageHistory(ctx);
  return Object.entries(recipients).map(([channel, count]) => ({
    channel,
    recipients: count,
    delivered: expectedOf(history, { channel, count, what: 'delivered' }),
    replied: expectedOf(history, { channel, count, what: 'replied' }),
    basis: history.channels.find((one) => one.channel === channel)?.sent ?? 0,
  }));
}
