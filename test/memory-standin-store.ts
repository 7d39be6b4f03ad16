import type { StandinDelivery, StandinStore } from '../channels/standin.ts';

/** The port of the visible outbox, kept in memory, for tests of channels. */
export function memoryStandinStore() {
  const kept = new Map<string, StandinDelivery>();
  const store: StandinStore = {
    async accept(tenantId, deliveries) {
      for (const delivery of deliveries) {
        const key = `${tenantId} ${delivery.messageId}`;
        if (!kept.has(key)) kept.set(key, delivery);
      }
    },
    find: async (tenantId, messageIds) =>
      new Set(messageIds.filter((messageId) => kept.has(`${tenantId} ${messageId}`))),
  };
  return { store, shelf: store, kept };
}
