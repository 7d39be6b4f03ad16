import type { Sender } from '../../channels/contract.ts';
import { traced } from '../../lib/tracing.ts';
import type { Senders } from './open-senders.ts';

export type SentBatch = { channel: string; provider: string; outcomes: readonly string[]; seconds: number };

/** The same senders, each of whose batches is told to `sent` when the provider has answered. */
export function countSent(senders: Senders, sent: (batch: SentBatch) => void): Senders {
  const counting = new WeakMap<Sender, Sender>();
  return {
    find(account) {
      const found = senders.find(account);
      if (!found) return null;
      const { channel, provider } = account;
      const sender = counting.get(found.sender) ?? {
        ...found.sender,
        send: async (messages) => {
          const began = performance.now();
          const attributes = {
            'refrain.channel': channel,
            'refrain.provider': provider,
            'refrain.messages': messages.length,
          };
          const results = await traced('send', attributes, () => found.sender.send(messages));
          const outcomes = results.map(({ outcome }) => outcome);
          sent({ channel, provider, outcomes, seconds: (performance.now() - began) / 1000 });
          return results;
        },
      };
      counting.set(found.sender, sender);
      return { ...found, sender };
    },
    close: () => senders.close(),
  };
}
