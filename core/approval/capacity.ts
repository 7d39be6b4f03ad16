// What the accounts say about a manifest: who carries it, what holds it back, what it costs.

import type { AppError } from '../../lib/errors.ts';
import type { Money } from '../../lib/money.ts';
import { plural } from '../../lib/text.ts';
import { channelLabel } from '../channel-label.ts';
import type { Ctx } from '../context.ts';
import { limitsLeft } from '../delivery/limits-left.ts';
import { type Costing, costWords, judgeCost } from './cost.ts';

export type Capacity = {
  warnings: string[];
  costWords: string;
  /** Why it cannot be frozen with its budget. */
  refusal: AppError | null;
};

type Input = { channels: Record<string, number>; budget?: Money | null };

/** `channels` counts messages by channel. */
export async function readCapacity(ctx: Ctx, { channels, budget = null }: Input): Promise<Capacity> {
  const accounts = await limitsLeft(ctx);
  const used = Object.keys(channels).map((channel) => ({
    channel,
    count: channels[channel] ?? 0,
    account: accounts.find((one) => one.channel === channel),
  }));
  const { words, refusal } = judgeCost(used, budget);
  return { warnings: [...words, ...used.flatMap(warningsOf)], costWords: costWords(used), refusal };
}

function warningsOf({ channel, count, account }: Costing): string[] {
  if (!account) {
    return [
      `No account for ${channelLabel(channel)} is set up: its ${plural(count, 'message waits', 'messages wait')} until there is one.`,
    ];
  }
  return account.windows
    .filter(({ left }) => left < count)
    .map(
      ({ max, perMs, left }) =>
        `${account.name} may send ${max.toLocaleString('en')} ${windowWords(perMs)} and has ${left.toLocaleString('en')} left now: the rest of ${plural(count, 'message')} follows as room comes.`,
    );
}

const MINUTE = 60_000;
const windowWords = (perMs: number): string => {
  const [count, unit] =
    perMs % (1440 * MINUTE) === 0
      ? [perMs / (1440 * MINUTE), 'day']
      : perMs % (60 * MINUTE) === 0
        ? [perMs / (60 * MINUTE), 'hour']
        : perMs % MINUTE === 0
          ? [perMs / MINUTE, 'minute']
          : [perMs / 1000, 'second'];
  return count === 1 ? `a ${unit}`.replace('a hour', 'an hour') : `per ${count} ${unit}s`;
};
