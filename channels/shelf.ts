// Channels whose messages are kept here until somebody comes for them: an app its notices, a call centre its tasks.
import { z } from 'zod';
import type { LimitWindow, LookupResult, Outgoing, Provider, Sender, SendResult } from './contract.ts';
import type { StandinStore } from './standin.ts';

/** Keeps each message once by its id. */
export type ShelfStore = StandinStore;

type Options = { key: string; channel: string; shelf: ShelfStore; limits: readonly LimitWindow[] };
const settings = z.strictObject({});

export const shelfProvider = ({
  key,
  channel,
  shelf,
  limits,
}: Options): Provider<z.infer<typeof settings>> => ({
  key,
  settings,
  defaultLimits: limits,
  open: () => openShelf(channel, shelf),
});

function openShelf(channel: string, shelf: ShelfStore): Sender {
  const nameOf = ({ messageId }: Outgoing) => `${channel}-${messageId}`;
  async function send(messages: readonly Outgoing[]): Promise<SendResult[]> {
    try {
      for (const [tenantId, own] of Map.groupBy(messages, (message) => message.tenantId))
        await shelf.accept(
          tenantId,
          own.map(({ messageId, to: address, content }) => ({ channel, messageId, address, content })),
        );
      return messages.map((message) => ({ outcome: 'submitted', providerId: nameOf(message) }));
    } catch (error) {
      // It may be kept all the same, and keeping it again changes nothing.
      const detail = error instanceof Error ? error.message : String(error);
      return messages.map(() => ({ outcome: 'retry', code: 'not_kept', detail }));
    }
  }
  return {
    send,
    async lookup(message): Promise<LookupResult> {
      const known = await shelf.find(message.tenantId, [message.messageId]);
      return known.has(message.messageId)
        ? { outcome: 'submitted', providerId: nameOf(message) }
        : { outcome: 'absent' };
    },
    close: async () => {},
  };
}
