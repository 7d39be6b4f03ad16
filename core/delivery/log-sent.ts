import type { Log } from '../../lib/log.ts';
import type { Tried } from './record-results.ts';

/**
 * A line for each approval under which something of a batch went out, with the request because of which it was asked for; at
 * the level `debug` one for each message, with the provider's id of it. Texts, names and addresses are in none.
 */
export function logSent(log: Log, { tenantId, tried }: { tenantId: string; tried: readonly Tried[] }): void {
  for (const [approvalId, all] of Map.groupBy(tried, ({ message }) => message.approvalId)) {
    const { requestId, channel } = all[0]!.message;
    const because = { ...(requestId ? { requestId } : {}), tenantId, approvalId, channel };
    const outcomes = Map.groupBy(all, ({ result }) => result.outcome);
    const counts = Object.fromEntries([...outcomes].map(([outcome, of]) => [outcome, of.length]));
    log.info({ ...because, messages: all.length, outcomes: counts }, 'handed to the provider');
    if (!log.isLevelEnabled('debug')) continue;
    for (const { message, result } of all) {
      const { messageId, number } = message;
      const providerId = 'providerId' in result ? result.providerId : undefined;
      log.debug(
        { ...because, messageId, number, outcome: result.outcome, providerId },
        'a message was handed over',
      );
    }
  }
}
