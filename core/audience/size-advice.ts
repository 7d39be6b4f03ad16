// Whether an audience is large enough to learn from, and small enough for what may be sent now.

import { plural } from '../../lib/text.ts';
import { channelLabel } from '../channel-label.ts';
import type { AccountLimits } from '../delivery/limits-left.ts';
import type { ReachFigures } from './reach-figures.ts';

export type Advice = {
  kind: 'nobody' | 'too_small_for_test' | 'over_limit' | 'no_account';
  channel: string | null;
  /** How many there are, and how many there would have to be or may be. */
  have: number;
  limit: number;
  words: string;
};

/** How often people answered so far; `isAssumed` where too little was sent to know. */
export type Baseline = { rate: number; isAssumed: boolean };

/** What advice needs to know of how far an audience is reached. */
type Reached = Pick<ReachFigures, 'reachableContacts'> & {
  channels: readonly Pick<ReachFigures['channels'][number], 'channel' | 'reachable'>[];
};
type Question = { reach: Reached; limits: readonly AccountLimits[]; baseline: Baseline };

/** Nothing when the size gives no cause to say anything. */
export function adviseSize({ reach, limits, baseline }: Question): Advice[] {
  const reachable = reach.reachableContacts;
  if (reachable === 0) {
    const words = 'Nobody can be reached.';
    return [{ kind: 'nobody', channel: null, have: 0, limit: 1, words }];
  }
  return [
    ...forTest(reachable, baseline),
    ...reach.channels.flatMap((channel) => overLimit(channel, limits)),
  ];
}

function forTest(have: number, { rate, isAssumed }: Baseline): Advice[] {
  const better = Math.min(rate * 2, (1 + rate) / 2);
  const limit = 2 * sampleSize(rate, better);
  if (have >= limit) return [];
  const [from, to] = [rate, better].map((share) => `${Math.round(share * 1000) / 10}%`);
  const source = isAssumed ? 'assuming a' : 'with your';
  const words = `Too small for a test of two variants: telling ${from} from ${to} (${source} reply rate of ${from}) takes ${plural(limit, 'contact')}, and there are ${have.toLocaleString('en')}.`;
  return [{ kind: 'too_small_for_test', channel: null, have, limit, words }];
}

const [Z_95, Z_80] = [1.959964, 0.841621];

/**
 * Contacts that each of two variants needs so that the difference between two rates is found with a probability of
 * 80 % by a two-sided test at 5 % (Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, 4.2, without
 * the continuity correction).
 */
export function sampleSize(one: number, other: number): number {
  const mean = (one + other) / 2;
  const spread = Math.sqrt(one * (1 - one) + other * (1 - other));
  const root = Z_95 * Math.sqrt(2 * mean * (1 - mean)) + Z_80 * spread;
  return Math.ceil((root / (one - other)) ** 2);
}

function overLimit(channel: Reached['channels'][number], limits: readonly AccountLimits[]): Advice[] {
  if (channel.reachable === 0) return [];
  const accounts = limits.filter((account) => account.channel === channel.channel);
  const common = { channel: channel.channel, have: channel.reachable };
  if (accounts.length === 0) {
    const words = `There is no account for ${channelLabel(channel.channel)}: its ${plural(channel.reachable, 'message')} would wait.`;
    return [{ kind: 'no_account', ...common, limit: 0, words }];
  }
  // The first account takes all; its tightest window says what goes out at once.
  const left = Math.min(...accounts[0]!.windows.map((window) => window.left), Number.POSITIVE_INFINITY);
  if (left >= channel.reachable) return [];
  const words = `More than ${channelLabel(channel.channel)} may send now: ${channel.reachable.toLocaleString('en')} to reach, ${left.toLocaleString('en')} left within ${accounts[0]!.name}’s limit. The rest follows as room comes.`;
  return [{ kind: 'over_limit', ...common, limit: left, words }];
}
