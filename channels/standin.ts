// The provider inside Refrain: what it accepts lands in the visible outbox, where a person can read it as its
// recipient would, and answer. It is a provider like any other: it recognises a message that it already has.
import { z } from 'zod';
import type { LimitWindow, Outgoing, Provider, Sender, SendResult } from './contract.ts';

/** Where accepted messages are kept; implemented over the database by the composition root. */
export type StandinStore = {
  /** Keeps the messages, each once by its message id. */
  accept(messages: readonly (Outgoing & { channel: string })[]): Promise<void>;
  /** Which of these message ids it has. */
  find(tenantId: string, messageIds: readonly string[]): Promise<ReadonlySet<string>>;
};

const settings = z.strictObject({});

export function standinProvider(
  store: StandinStore,
  { channel, limits }: { channel: string; limits: readonly LimitWindow[] },
): Provider<unknown> {
  return { key: 'standin', settings, defaultLimits: limits, open: () => openStandin(store, channel) };
}

function openStandin(store: StandinStore, channel: string): Sender {
  return {
    async send(messages): Promise<SendResult[]> {
      try {
        await store.accept(messages.map((message) => ({ ...message, channel })));
        return messages.map(({ messageId }) => ({ outcome: 'submitted', providerId: providerId(messageId) }));
      } catch (error) {
        return messages.map(() => ({
          outcome: 'unknown',
          detail: `the outbox did not answer: ${(error as Error).message}`,
        }));
      }
    },
    async lookup({ tenantId, messageId }) {
      const has = (await store.find(tenantId, [messageId])).has(messageId);
      return has ? { outcome: 'submitted', providerId: providerId(messageId) } : { outcome: 'absent' };
    },
    close: async () => {},
  };
}

const providerId = (messageId: string) => `standin-${messageId}`;
