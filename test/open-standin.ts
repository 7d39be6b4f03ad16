import type { Opened } from '../channels/contract.suite.ts';
import type { Channel } from '../channels/contract.ts';
import type { StandinStore } from '../channels/standin.ts';
import { memoryStandinStore } from './memory-standin-store.ts';

/** A channel's stand-in over memory, as the contract suite wants it. */
export async function openStandinOf(
  create: (deps: { store: StandinStore }) => Channel,
  settings: unknown = {},
): Promise<Opened> {
  const { store, kept } = memoryStandinStore();
  const provider = create({ store }).providers.standin!;
  const sender = provider.open(provider.settings.parse(settings));
  return {
    sender,
    arrived: async () =>
      [...kept.values()].map(({ messageId, address, content }) => ({ messageId, to: address, content })),
    close: () => sender.close(),
  };
}
