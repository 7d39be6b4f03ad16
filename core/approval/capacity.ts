// What the accounts say about a manifest: who carries it, what holds it back, what it costs.
import { joinWords, plural } from '../../lib/text.ts';
import type { Ctx } from '../context.ts';
import { type AccountLimits, limitsLeft } from '../delivery/limits-left.ts';

export type Capacity = { warnings: string[]; costWords: string };

/** `channels` counts messages by channel. */
export async function readCapacity(ctx: Ctx, channels: Record<string, number>): Promise<Capacity> {
  const accounts = await limitsLeft(ctx);
  const used = Object.keys(channels).map((channel) => ({
    channel,
    count: channels[channel] ?? 0,
    account: accounts.find((one) => one.channel === channel),
  }));
  return { warnings: used.flatMap(warningsOf), costWords: costOf(used) };
}

type Used = { channel: string; count: number; account: AccountLimits | undefined };

function warningsOf({ channel, count, account }: Used): string[] {
  if (!account) {
    return [
      `No account for ${channel} is set up: its ${plural(count, 'message waits', 'messages wait')} until there is one.`,
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

function costOf(used: readonly Used[]): string {
  const charging = used.filter(({ account }) => account?.provider !== 'standin');
  if (charging.length === 0) return 'Nothing: the stand-in outbox charges nothing.';
  return `Not known: no prices are recorded for ${joinWords(charging.map(({ channel }) => channel))}.`;
}
