import type { Channel, ChannelRegistry } from '../channels/contract.ts';
import { AppError } from '../lib/errors.ts';
import { joinWords } from '../lib/text.ts';

/** How each channel writes an address; null for one that it cannot reach. */
export const normaliserOf =
  (channels: ChannelRegistry) =>
  (channel: string, address: string, country?: string): string | null =>
    channels.get(channel)?.normalise(address, country) ?? null;

/** Throws `channel:unknown`, naming those that there are. */
export function demandChannel(channels: ChannelRegistry, asked: string): Channel {
  const channel = channels.get(asked);
  if (channel) return channel;
  throw new AppError('channel:unknown', `There is no channel "${asked}" here.`, {
    nextStep: `Use ${joinWords([...channels.keys()], 'or')}.`,
    where: { field: 'channel' },
  });
}
