import type { Outgoing, SendResult } from '../../channels/contract.ts';
import type { Claimed } from './claim-batch.ts';
import type { OpenSender } from './open-senders.ts';
import type { Tried } from './record-results.ts';

type Batch = OpenSender & { tenantId: string; claimed: readonly Claimed[] };

/**
 * Hands claimed messages to the provider, outside any transaction. What a sender throws, or forgets to answer, may
 * have gone out: those are `unknown`.
 */
export async function sendBatch({ channel, sender, tenantId, claimed }: Batch): Promise<Tried[]> {
  const addressed = claimed.map((message) => ({ message, to: channel.normalise(message.address) }));
  const good = addressed.flatMap(({ message, to }) => (to === null ? [] : [{ message, to }]));
  const began = performance.now();
  const tried: Tried[] = addressed
    .filter(({ to }) => to === null)
    .map(({ message }) => ({ message, result: INVALID, answeredAt: began }));
  if (good.length === 0) return tried;
  const results = await attempt(
    sender,
    good.map(({ message, to }) => toOutgoing(message, { to, tenantId })),
  );
  const answeredAt = performance.now();
  return [
    ...tried,
    ...good.map(({ message }, at) => ({ message, result: results[at] ?? UNANSWERED, answeredAt })),
  ];
}

const INVALID: SendResult = {
  outcome: 'rejected',
  code: 'address_invalid',
  detail: 'This is no address of the channel.',
};
const UNANSWERED: SendResult = { outcome: 'unknown', detail: 'The sender gave no answer for it.' };

async function attempt(sender: OpenSender['sender'], outgoing: Outgoing[]): Promise<SendResult[]> {
  try {
    return await sender.send(outgoing);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return outgoing.map(() => ({ outcome: 'unknown', detail: `The sender failed: ${detail}` }));
  }
}

type Addressed = { to: string; tenantId: string };

export const toOutgoing = (message: Claimed, { to, tenantId }: Addressed): Outgoing => ({
  messageId: message.messageId,
  // One for all attempts: a provider that knows such keys sends it once, however often it is asked.
  idempotencyKey: message.messageId,
  tenantId,
  to,
  content: message.rendered,
  sender: message.sender,
});
